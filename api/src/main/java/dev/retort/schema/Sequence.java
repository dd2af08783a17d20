// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param name      its name
 * @param type      type of its values, or null for the database's default
 * @param start     first value, or null for the default
 * @param increment step, or null for 1
 * @param minValue  lowest value, or null for the default
 * @param maxValue  highest value, or null for the default
 * @param cycle     whether it starts again after the last value
 * @param cache     how many values a session takes at once, or null for the default
 * @param ownedBy   the column that it goes away with, or null
 * @param comment   words about it, or null
 */
public record Sequence(
        QualifiedName name,
        @Nullable DataType type,
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Long minValue,
        @Nullable Long maxValue,
        boolean cycle,
        @Nullable Long cache,
        @Nullable ColumnReference ownedBy,
        @Nullable String comment) {

    /**
     * A column of a table.
     *
     * @param table  the table
     * @param column the column
     */
    public record ColumnReference(QualifiedName table, Identifier column) {}

    /**
     * @param name its name
     * @return a sequence with all defaults
     */
    public static Sequence of(String name) {
        return new Sequence(QualifiedName.of(name), null, null, null, null, null, false, null, null, null);
    }
}
