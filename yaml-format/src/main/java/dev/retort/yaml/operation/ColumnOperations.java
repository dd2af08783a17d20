// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import static dev.retort.yaml.part.CommonKeys.CASCADE;
import static dev.retort.yaml.part.CommonKeys.COLUMN;
import static dev.retort.yaml.part.CommonKeys.FROM;
import static dev.retort.yaml.part.CommonKeys.IF_EXISTS;
import static dev.retort.yaml.part.CommonKeys.OPTIONS;
import static dev.retort.yaml.part.CommonKeys.TO;
import static dev.retort.yaml.part.Names.TABLE;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.DropColumn;
import dev.retort.operation.RenameColumn;
import dev.retort.schema.Options;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.part.Names;
import java.util.List;

/** {@code add_column}, {@code alter_column}, {@code rename_column}, {@code drop_column}. */
final class ColumnOperations {

    private static final Form<RenameColumn> RENAME_COLUMN = Names.add(
                    Mapping.<RenameColumn>of("rename_column").meaning("Renames a column; what refers to it follows."),
                    TABLE,
                    RenameColumn::table)
            .required(FROM, RenameColumn::column)
            .required(TO, RenameColumn::to)
            .makes(values -> new RenameColumn(Names.resolve(values, TABLE), values.get(FROM), values.get(TO)));

    private static final Form<DropColumn> DROP_COLUMN = Names.add(
                    Mapping.<DropColumn>of("drop_column")
                            .meaning("Drops a column; indexes and constraints of this column alone go with it."),
                    TABLE,
                    DropColumn::table)
            .required(COLUMN, DropColumn::column)
            .optional(IF_EXISTS, DropColumn::ifExists, false)
            .optional(CASCADE, DropColumn::cascade, false)
            .optional(OPTIONS, DropColumn::options, Options.NONE)
            .makes(values -> new DropColumn(
                    Names.resolve(values, TABLE),
                    values.get(COLUMN),
                    values.flag(IF_EXISTS),
                    values.flag(CASCADE),
                    values.or(OPTIONS, Options.NONE)));

    static final List<OperationYaml<?, ?>> ALL = List.of(
            new OperationYaml<>(
                    "add_column", AddColumn.class, ColumnAddition.FORM, ColumnAddition::operations, ColumnAddition::of),
            OperationYaml.of("alter_column", AlterColumn.class, ColumnAlteration.FORM),
            OperationYaml.of("rename_column", RenameColumn.class, RENAME_COLUMN),
            OperationYaml.of("drop_column", DropColumn.class, DROP_COLUMN));

    private ColumnOperations() {}
}
