// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

/** Which edges of the graph count. */
public enum Relation {
    /** {@code revises} only: the line that a branch, a label and an offset follow. */
    LINE,
    /** {@code revises} and {@code depends_on}: everything a revision is based on. */
    FULL
}
