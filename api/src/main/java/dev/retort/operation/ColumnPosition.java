// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;

/** Where a column stands among the others. */
public sealed interface ColumnPosition {

    /** After all others; the default. */
    ColumnPosition LAST = new Last();

    /** Before all others. */
    ColumnPosition FIRST = new First();

    /** After all others. */
    record Last() implements ColumnPosition {}

    /** Before all others. */
    record First() implements ColumnPosition {}

    /**
     * Right after another.
     *
     * @param column the other column
     */
    record After(Identifier column) implements ColumnPosition {}

    /**
     * Right before another.
     *
     * @param column the other column
     */
    record Before(Identifier column) implements ColumnPosition {}
}
