// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

/** A constant or an SQL expression: what a cell of a row holds, or a column is set to. */
public sealed interface Scalar permits Literal, SqlText {}
