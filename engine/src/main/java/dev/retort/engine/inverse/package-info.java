// SPDX-License-Identifier: Apache-2.0
/** The operations that undo operations. */
@NullMarked
package dev.retort.engine.inverse;

import org.jspecify.annotations.NullMarked;
