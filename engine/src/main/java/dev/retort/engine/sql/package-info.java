// SPDX-License-Identifier: Apache-2.0
/** Portable SQL: parsed with Apache Calcite, checked against a schema, and written in the words of one dialect. */
@NullMarked
package dev.retort.engine.sql;

import org.jspecify.annotations.NullMarked;
