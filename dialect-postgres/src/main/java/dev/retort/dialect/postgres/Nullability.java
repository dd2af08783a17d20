// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.schema.Column;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;

/** Whether a column takes NULL: never within a primary key, nor if it is numbered. */
final class Nullability {

    private Nullability() {}

    static boolean of(Schema schema, QualifiedName table, Column column) {
        PrimaryKey key = schema.table(table).map(Table::primaryKey).orElse(null);
        boolean inKey = key != null && key.columns().contains(column.name());
        return column.nullable() && !inKey && column.identity() == null;
    }
}
