// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.PlacedOperation;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.EnumChange;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Identifier;
import dev.retort.schema.Literal;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import java.util.List;
import java.util.Optional;

/**
 * The columns of an enum type. In a schema that was read from a database they are text columns with the check that the
 * type stands for; the type is put back where that check is found.
 */
final class EnumColumns {

    private final SqliteCanonical.EnumChecks checks;
    private final QualifiedName type;
    private final EnumChange change;
    private final Schema known;

    /** The columns of the type that the operation alters, by the values that it has before. */
    EnumColumns(SqliteWords words, AlterEnum alter, Schema before) {
        this.checks = new SqliteCanonical.EnumChecks(words.syntax);
        this.type = alter.type();
        this.change = alter.change();
        this.known = before;
    }

    List<Identifier> of(Table table) {
        return table.columns().stream()
                .filter(column -> isOfType(column) || check(column, table).isPresent())
                .map(Column::name)
                .toList();
    }

    private boolean isOfType(Column column) {
        return column.type() instanceof DataType.Enum found && type.equals(found.name());
    }

    private Optional<CheckConstraint> check(Column column, Table table) {
        Column typed = column.withType(new DataType.Enum(type, List.of()));
        return column.type() instanceof DataType.Text
                ? checks.check(typed, known)
                        .map(check -> SqliteCanonical.check(check, new ColumnSpelling(table)))
                        .filter(table.checks()::contains)
                : Optional.empty();
    }

    /** The operation between schemas in which the columns of the tables have the type again. */
    PlacedOperation typed(PlacedOperation placed) {
        return new PlacedOperation(
                placed.operation(), placed.location(), typed(placed.before(), false), typed(placed.after(), true));
    }

    private Schema typed(Schema schema, boolean after) {
        SchemaBuilder result = schema.toBuilder();
        for (Table table : schema.tables().values()) {
            List<Identifier> columns = of(table);
            if (!columns.isEmpty()) {
                TableBuilder builder = table.toBuilder();
                table.columns().forEach(column -> check(column, table).ifPresent(builder::withoutConstraint));
                builder.mapColumns(column -> columns.contains(column.name()) ? typed(column, after) : column);
                result.table(builder.build());
            }
        }
        return result.build();
    }

    private Column typed(Column column, boolean after) {
        Column typed = column.withType(new DataType.Enum(type, List.of()));
        boolean follows = after
                && change instanceof EnumChange.RenameValue rename
                && DefaultValue.of(rename.from()).equals(column.defaultValue());
        return follows
                ? typed.withDefault(new DefaultValue.Constant(new Literal.Text(((EnumChange.RenameValue) change).to())))
                : typed;
    }
}
