// SPDX-License-Identifier: Apache-2.0
/** Reads PostgreSQL's SQL as far as it takes to give equal texts to equal expressions and queries. */
@NullMarked
package dev.retort.dialect.postgres.text;

import org.jspecify.annotations.NullMarked;
