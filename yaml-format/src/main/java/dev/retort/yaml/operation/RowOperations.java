// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import static dev.retort.yaml.part.CommonKeys.WHERE;
import static dev.retort.yaml.part.Names.TABLE;

import dev.retort.operation.DeleteRows;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Row;
import dev.retort.operation.UpdateRows;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Lists;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.part.Names;
import dev.retort.yaml.part.RowYaml;
import java.util.List;

/** {@code insert_rows}, {@code update_rows}, {@code delete_rows}. */
final class RowOperations {

    private static final Key<List<Row>> ROWS = Key.of(
            "rows", Lists.of(RowYaml.FORM, "a list of rows, each a mapping from columns to values"), "The rows.");
    private static final Key<List<Row>> MATCHING = Key.of(
            "rows",
            Lists.of(RowYaml.FORM, "a list of rows, each a mapping from columns to values"),
            "The rows, each told by the values of some of its columns.");
    private static final Key<Boolean> MULTIPLE =
            Key.of("multiple", Scalars.BOOLEAN, "false: a statement of its own for every row.");
    private static final Key<Row> SET = Key.of("set", RowYaml.FORM, "The columns to set.");

    private static final Form<InsertRows> INSERT_ROWS = Names.add(
                    Mapping.<InsertRows>of("insert_rows").meaning("Inserts rows."), TABLE, InsertRows::table)
            .required(ROWS, InsertRows::rows)
            .optional(MULTIPLE, InsertRows::multiple, true)
            .makes(values -> new InsertRows(Names.resolve(values, TABLE), values.get(ROWS), values.or(MULTIPLE, true)));

    private static final Form<UpdateRows> UPDATE_ROWS = Names.add(
                    Mapping.<UpdateRows>of("update_rows").meaning("Changes rows."), TABLE, UpdateRows::table)
            .required(SET, UpdateRows::set)
            .optional(WHERE, UpdateRows::where)
            .makes(values -> new UpdateRows(Names.resolve(values, TABLE), values.get(SET), values.orNull(WHERE)));

    private static final Form<DeleteRows> DELETE_ROWS = Names.add(
                    Mapping.<DeleteRows>of("delete_rows").meaning("Deletes rows."), TABLE, DeleteRows::table)
            .optional(MATCHING, DeleteRows::rows, List.of())
            .optional(WHERE, DeleteRows::where)
            .makes(values ->
                    new DeleteRows(Names.resolve(values, TABLE), values.or(MATCHING, List.of()), values.orNull(WHERE)));

    static final List<OperationYaml<?, ?>> ALL = List.of(
            OperationYaml.of("insert_rows", InsertRows.class, INSERT_ROWS),
            OperationYaml.of("update_rows", UpdateRows.class, UPDATE_ROWS),
            OperationYaml.of("delete_rows", DeleteRows.class, DELETE_ROWS));

    private RowOperations() {}
}
