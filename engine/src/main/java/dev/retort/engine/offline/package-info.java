// SPDX-License-Identifier: Apache-2.0
/** Writes plans as SQL scripts, without a connection. */
@NullMarked
package dev.retort.engine.offline;

import org.jspecify.annotations.NullMarked;
