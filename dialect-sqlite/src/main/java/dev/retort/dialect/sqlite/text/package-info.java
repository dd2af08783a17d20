// SPDX-License-Identifier: Apache-2.0
/** The SQL text that SQLite keeps in {@code sqlite_schema}: read with exact places, edited without disturbing the rest. */
@NullMarked
package dev.retort.dialect.sqlite.text;

import org.jspecify.annotations.NullMarked;
