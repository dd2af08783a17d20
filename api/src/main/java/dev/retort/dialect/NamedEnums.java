// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateTable;
import dev.retort.operation.EnumChange;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TextAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the values of named enum types into the columns that use them, for databases where a type has no name. */
final class NamedEnums {

    private final boolean named;
    private final Schema schema;

    NamedEnums(Dialect dialect, PlacedOperation placed) {
        this(dialect, placed.after());
    }

    NamedEnums(Dialect dialect, Schema schema) {
        this.named = dialect.can(Capability.ENUM_TYPES);
        this.schema = schema;
    }

    /** The type with its values, or as it is if it has a name here too, or is not known. */
    DataType inlined(DataType type) {
        if (named || !(type instanceof DataType.Enum one) || one.name() == null) {
            return type;
        }
        EnumType found = schema.enums().get(one.name());
        List<String> values = found == null ? one.values() : found.values();
        return values.isEmpty() ? type : new DataType.Enum(null, values);
    }

    Operation inlined(Operation operation) {
        if (named || schema.enums().isEmpty()) {
            return operation;
        }
        if (operation instanceof CreateTable create) {
            Table table = create.table().toBuilder().mapColumns(this::inlined).build();
            return new CreateTable(table, create.ifNotExists(), create.prefixes());
        }
        if (operation instanceof AddColumn add) {
            return new AddColumn(
                    add.table(),
                    inlined(add.column()),
                    add.position(),
                    add.references(),
                    add.primaryKey(),
                    add.ifNotExists());
        }
        if (operation instanceof AlterColumn alter) {
            DataType type = alter.type();
            return type == null ? alter : alter.withType(inlined(type));
        }
        return operation instanceof Batch batch
                ? new Batch(
                        batch.table(),
                        batch.operations().stream().map(this::inlined).toList(),
                        batch.recreate(),
                        batch.options())
                : operation;
    }

    private Column inlined(Column column) {
        return column.withType(inlined(column.type()));
    }

    /** The changes of columns that a change of a type without a name of its own amounts to. */
    static List<AlterColumn> alterations(AlterEnum operation, Rendering rendering, Dialect dialect) {
        EnumType type = rendering.after().enums().get(operation.type());
        List<AlterColumn> alterations = new ArrayList<>();
        if (type == null) {
            return alterations;
        }
        for (Table table : rendering.before().tables().values()) {
            for (Column column : table.columns()) {
                if (isOf(column, operation.type())) {
                    Optional<Column> after =
                            rendering.after().table(table.name()).flatMap(changed -> changed.column(column.name()));
                    AlterColumn alter = altered(table, column, after.orElse(column), type);
                    alterations.add(renaming(alter, operation.change(), dialect));
                }
            }
        }
        return alterations;
    }

    private static AlterColumn altered(Table table, Column before, Column after, EnumType type) {
        AlterColumn alter =
                AlterColumn.of(table.name(), before.name()).withType(new DataType.Enum(null, type.values()));
        DefaultValue value = after.defaultValue();
        return java.util.Objects.equals(before.defaultValue(), value) ? alter : alter.withDefault(value);
    }

    private static boolean isOf(Column column, QualifiedName type) {
        return column.type() instanceof DataType.Enum one && type.equals(one.name());
    }

    /** A renamed value is renamed in the rows too, which a change of type alone would refuse. */
    private static AlterColumn renaming(AlterColumn alter, EnumChange change, Dialect dialect) {
        if (!(change instanceof EnumChange.RenameValue rename)) {
            return alter;
        }
        String text = dialect.types().render(new DataType.Varchar(null, TextAttributes.DEFAULT));
        return alter.withUsing(SqlText.verbatim(dialect.writer()
                .sql("CASE WHEN")
                .name(alter.column())
                .sql("=")
                .string(rename.from())
                .sql("THEN")
                .string(rename.to())
                .sql("ELSE CAST(")
                .name(alter.column())
                .sql("AS")
                .sql(text)
                .append(") END")
                .toString()));
    }
}
