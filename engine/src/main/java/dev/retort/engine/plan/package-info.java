// SPDX-License-Identifier: Apache-2.0
/** From version rows and a target to the steps that a run takes, and what the rows are after each. */
@NullMarked
package dev.retort.engine.plan;

import org.jspecify.annotations.NullMarked;
