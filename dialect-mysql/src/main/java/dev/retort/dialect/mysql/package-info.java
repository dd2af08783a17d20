// SPDX-License-Identifier: Apache-2.0
/** The dialects of MySQL and MariaDB. */
@NullMarked
package dev.retort.dialect.mysql;

import org.jspecify.annotations.NullMarked;
