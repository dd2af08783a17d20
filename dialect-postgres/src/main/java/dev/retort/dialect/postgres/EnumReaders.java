// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.postgres.text.Texts;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The views that read a column of an enum type. PostgreSQL does not let such a column get another type, not even one of the
 * same name.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
final class EnumReaders {

    private EnumReaders() {}

    static List<View> of(QualifiedName type, Schema schema) {
        return schema.views().values().stream()
                .filter(view -> reads(view, type, schema))
                .toList();
    }

    private static boolean reads(View view, QualifiedName type, Schema schema) {
        String query = SqlWriter.verbatim(view.query());
        Set<String> names = Texts.names(query);
        return schema.tables().values().stream()
                .filter(table -> names.contains(table.name().name().value()))
                .flatMap(table -> columns(table, type))
                .anyMatch(column -> names.contains(column.name().value()) || query.contains("*"));
    }

    private static Stream<Column> columns(Table table, QualifiedName type) {
        return table.columns().stream().filter(column -> isOf(column.type(), type));
    }

    private static boolean isOf(DataType type, QualifiedName wanted) {
        DataType element = type instanceof DataType.Array array ? array.element() : type;
        return element instanceof DataType.Enum anEnum && wanted.equals(anEnum.name());
    }
}
