// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * A column as it was written, with constraints of its own that become constraints of the table.
 *
 * @param column        the column; its nullability holds only if it was given
 * @param nullableGiven whether the nullability was given
 * @param primaryKey    whether it belongs to the primary key
 * @param unique        whether it has a unique constraint of its own
 * @param index         whether it has an index of its own
 * @param references    a foreign key of its own, or null
 * @param check         a check of its own, or null
 */
public record ColumnParts(
        Column column,
        boolean nullableGiven,
        boolean primaryKey,
        boolean unique,
        boolean index,
        @Nullable ForeignKey references,
        @Nullable SqlText check) {

    /**
     * A column to be written.
     *
     * @param column     the column
     * @param primaryKey whether {@code primary_key: true} is to be written
     * @param references a foreign key to be written with it, or null
     * @param inKey      whether it is known to belong to a primary key
     * @return the parts
     */
    public static ColumnParts of(Column column, boolean primaryKey, @Nullable ForeignKey references, boolean inKey) {
        boolean given = column.nullable() != nullableByDefault(column, inKey);
        return new ColumnParts(column, given, primaryKey, false, false, references, null);
    }

    /**
     * The column, NOT NULL if it belongs to a primary key or is numbered by the database, unless something else was given.
     *
     * @param inKey whether the column belongs to the primary key
     * @return the column
     */
    public Column finished(boolean inKey) {
        return nullableGiven ? column : column.withNullable(nullableByDefault(column, inKey));
    }

    private static boolean nullableByDefault(Column column, boolean inKey) {
        return !inKey && column.identity() == null;
    }
}
