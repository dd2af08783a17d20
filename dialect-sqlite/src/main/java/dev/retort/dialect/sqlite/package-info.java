// SPDX-License-Identifier: Apache-2.0
/** The SQLite dialect: native alterations where SQLite has them, rebuilds of the table by its own procedure elsewhere. */
@NullMarked
package dev.retort.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
