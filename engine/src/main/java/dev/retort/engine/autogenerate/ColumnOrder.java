// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import dev.retort.schema.Column;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import java.util.Comparator;
import java.util.List;

/** Schemas without regard to the order of columns, which most databases cannot change once a table exists. */
public final class ColumnOrder {

    private ColumnOrder() {}

    /**
     * The schema with the columns of each table sorted by name. Two schemas that differ only in the order of columns become
     * equal.
     *
     * @param schema a schema
     * @return a copy
     */
    public static Schema ignored(Schema schema) {
        SchemaBuilder builder = schema.toBuilder();
        schema.tables().values().forEach(table -> builder.table(sorted(table)));
        return builder.build();
    }

    private static Table sorted(Table table) {
        List<Column> columns = table.columns().stream()
                .sorted(Comparator.comparing(Column::name))
                .toList();
        return table.toBuilder().columns(columns).build();
    }

    /**
     * @param a a schema
     * @param b another
     * @return whether they are equal but for the order of columns
     */
    public static boolean equalWithout(Schema a, Schema b) {
        return ignored(a).equals(ignored(b));
    }
}
