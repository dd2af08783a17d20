// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.postgres.text.Names;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code serial} is no type, but a column of integers, a sequence that it owns, and a default that takes from it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL">Serial Types</a>
 */
final class SerialColumns {

    private SerialColumns() {}

    static Schema expanded(Schema schema) {
        boolean none = schema.tables().values().stream()
                .flatMap(table -> table.columns().stream())
                .allMatch(column -> type(column).isEmpty());
        if (none) {
            return schema;
        }
        SchemaBuilder builder = schema.toBuilder();
        for (Table table : schema.tables().values()) {
            builder.table(table.toBuilder()
                    .mapColumns(column -> expanded(table, column, builder))
                    .build());
        }
        return builder.build();
    }

    /** The name of the sequence that a serial column takes from; empty for any other column. */
    static Optional<QualifiedName> sequence(Table table, Column column) {
        return type(column)
                .map(type -> table.name()
                        .sibling(new Identifier(DefaultNames.made(
                                table.name().name().value(), column.name().value(), "seq"))));
    }

    private static Column expanded(Table table, Column column, SchemaBuilder builder) {
        DataType type = type(column).orElse(null);
        if (type == null) {
            return column;
        }
        String name =
                DefaultNames.made(table.name().name().value(), column.name().value(), "seq");
        QualifiedName sequence = table.name().sibling(new Identifier(name));
        Sequence.ColumnReference owner = new Sequence.ColumnReference(table.name(), column.name());
        builder.sequence(new Sequence(sequence, type, null, null, null, null, false, null, owner, null));
        Identifier namespace = sequence.namespace();
        String quoted = (namespace == null ? "" : Names.quoted(namespace.value()) + ".") + Names.quoted(name);
        return column.withType(type)
                .withNullable(false)
                .withDefault(DefaultValue.sql("nextval('" + quoted.replace("'", "''") + "'::regclass)"));
    }

    /** The type of a column's values. */
    static DataType plain(Column column) {
        return type(column).orElse(column.type());
    }

    private static Optional<DataType> type(Column column) {
        if (!(column.type() instanceof DataType.Native type) || column.defaultValue() != null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (type.sql().strip().toLowerCase(Locale.ROOT)) {
                    case "serial", "serial4" -> new DataType.Integer();
                    case "bigserial", "serial8" -> new DataType.BigInt();
                    case "smallserial", "serial2" -> new DataType.SmallInt();
                    default -> null;
                });
    }
}
