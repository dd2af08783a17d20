// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What rows come from, under the name that it has in a query.
 *
 * @param alias   its name there
 * @param columns its columns, or null if they are not known
 */
record Relation(String alias, @Nullable List<Relation.Field> columns) {

    /**
     * A column.
     *
     * @param name      its name
     * @param kind      what it holds
     * @param notNull   whether it never holds NULL
     * @param fractions whether it is declared to hold fractions of a second
     */
    record Field(String name, Kind kind, boolean notNull, boolean fractions) {}

    static Relation of(String alias, Table table) {
        List<Field> fields = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean fractions = column.type() instanceof DataType.Timestamp timestamp
                    && timestamp.precision() != null
                    && timestamp.precision() > 0;
            fields.add(new Field(column.name().value(), Kind.of(column.type()), isNotNull(table, column), fractions));
        }
        return new Relation(alias, fields);
    }

    private static boolean isNotNull(Table table, Column column) {
        return !column.nullable()
                || (table.primaryKey() != null && table.primaryKey().columns().contains(column.name()));
    }

    Optional<Field> field(String name) {
        return columns == null
                ? Optional.empty()
                : columns.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The same where a join may put NULL in the place of its rows. */
    Relation optional() {
        return columns == null
                ? this
                : new Relation(
                        alias,
                        columns.stream()
                                .map(field -> new Field(field.name(), field.kind(), false, field.fractions()))
                                .toList());
    }
}
