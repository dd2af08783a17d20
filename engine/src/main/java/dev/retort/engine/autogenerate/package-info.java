// SPDX-License-Identifier: Apache-2.0
/** Turns the difference between two schemas into operations. */
@NullMarked
package dev.retort.engine.autogenerate;

import org.jspecify.annotations.NullMarked;
