// SPDX-License-Identifier: Apache-2.0
/** The operation model: one change to a schema or its rows, as immutable values. */
@NullMarked
package dev.retort.operation;

import org.jspecify.annotations.NullMarked;
