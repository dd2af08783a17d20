// SPDX-License-Identifier: Apache-2.0
/** Reads the SQL texts of MySQL and MariaDB, so that two spellings of one thing compare equal. */
@NullMarked
package dev.retort.dialect.mysql.text;

import org.jspecify.annotations.NullMarked;
