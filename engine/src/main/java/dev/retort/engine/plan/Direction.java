// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

/** Which way a step goes. */
public enum Direction {
    /** The revision's upgrade runs. */
    UP,
    /** The revision's downgrade runs. */
    DOWN
}
