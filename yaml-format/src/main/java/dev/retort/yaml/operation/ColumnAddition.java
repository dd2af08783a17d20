// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import static dev.retort.yaml.part.CommonKeys.IF_NOT_EXISTS;
import static dev.retort.yaml.part.Names.TABLE;

import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddUnique;
import dev.retort.operation.ColumnPosition;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.UniqueConstraint;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.part.ColumnParts;
import dev.retort.yaml.part.ColumnYaml;
import dev.retort.yaml.part.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code add_column}. A unique constraint, index or check that the column has of its own is added by an operation after it.
 *
 * @param table       the table
 * @param parts       the column
 * @param position    where it stands
 * @param ifNotExists whether it is no mistake if it exists already
 */
record ColumnAddition(QualifiedName table, ColumnParts parts, ColumnPosition position, boolean ifNotExists) {

    private static final Key<ColumnParts> COLUMN = Key.of("column", ColumnYaml.FORM, "The column.");

    static final Form<ColumnAddition> FORM = Names.add(
                    Mapping.<ColumnAddition>of("add_column").meaning("Adds a column to a table."),
                    TABLE,
                    ColumnAddition::table)
            .required(COLUMN, ColumnAddition::parts)
            .optional(PositionForm.KEY, ColumnAddition::position, ColumnPosition.LAST)
            .optional(IF_NOT_EXISTS, ColumnAddition::ifNotExists, false)
            .makes(values -> new ColumnAddition(
                    Names.resolve(values, TABLE),
                    values.get(COLUMN),
                    values.or(PositionForm.KEY, ColumnPosition.LAST),
                    values.flag(IF_NOT_EXISTS)));

    static ColumnAddition of(AddColumn operation) {
        ColumnParts parts = ColumnParts.of(
                operation.column(), operation.primaryKey(), operation.references(), operation.primaryKey());
        return new ColumnAddition(operation.table(), parts, operation.position(), operation.ifNotExists());
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        operations.add(new AddColumn(
                table,
                parts.finished(parts.primaryKey()),
                position,
                parts.references(),
                parts.primaryKey(),
                ifNotExists));
        String name = parts.column().name().value();
        if (parts.unique()) {
            operations.add(new AddUnique(table, UniqueConstraint.of(null, name)));
        }
        if (parts.check() != null) {
            CheckConstraint check =
                    new CheckConstraint(null, parts.check(), Deferrability.NOT_DEFERRABLE, true, Options.NONE);
            operations.add(new AddCheck(table, check));
        }
        if (parts.index()) {
            operations.add(new CreateIndex(table, Index.of(null, name), false));
        }
        return operations;
    }
}
