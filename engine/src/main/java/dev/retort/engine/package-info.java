// SPDX-License-Identifier: Apache-2.0
/** The facade: one project opened, with one method for each thing that can be done with it. */
@NullMarked
package dev.retort.engine;

import org.jspecify.annotations.NullMarked;
