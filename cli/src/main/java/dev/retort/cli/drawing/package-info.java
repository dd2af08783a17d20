// SPDX-License-Identifier: Apache-2.0
/** Draws histories: as lines of a terminal, and as a picture. Knows nothing of commands. */
@NullMarked
package dev.retort.cli.drawing;

import org.jspecify.annotations.NullMarked;
