// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of a table that foreign keys hold, its own ones and those that refer to it. The servers neither rename such a column
 * nor make it NOT NULL in a statement that copies the table; alone, both go without a copy.
 */
final class ForeignKeyColumns {

    private final Set<Identifier> names = new HashSet<>();

    /**
     * @param table  a table
     * @param schema where it is
     */
    ForeignKeyColumns(Table table, Schema schema) {
        table.foreignKeys().forEach(key -> names.addAll(key.columns()));
        schema.tables().values().stream()
                .flatMap(other -> other.foreignKeys().stream())
                .filter(key -> key.referredTable().equals(table.name()))
                .forEach(key -> names.addAll(referred(key, table)));
    }

    /** The columns of a table that a foreign key refers to. */
    static List<Identifier> referred(ForeignKey key, Table table) {
        PrimaryKey primary = table.primaryKey();
        return key.referredColumns().isEmpty() && primary != null ? primary.columns() : key.referredColumns();
    }

    boolean contains(Identifier column) {
        return names.contains(column);
    }

    /** Whether a change of a column must not be part of a copy. */
    boolean isTouched(Column old, Column now) {
        return contains(old.name()) && (!old.name().equals(now.name()) || (old.nullable() && !now.nullable()));
    }
}
