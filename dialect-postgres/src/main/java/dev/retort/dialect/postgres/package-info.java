// SPDX-License-Identifier: Apache-2.0
/** The PostgreSQL dialect. */
@NullMarked
package dev.retort.dialect.postgres;

import org.jspecify.annotations.NullMarked;
