// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddExclusion;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the table whose columns the texts inside an operation speak of. */
final class TextTable {

    private TextTable() {}

    /** The table with the column that is added; null if there is none or if it is not known, as after raw SQL. */
    static @Nullable Table of(Operation operation, Schema before) {
        if (operation instanceof CreateTable create) {
            return create.table();
        }
        if (operation instanceof AddColumn add) {
            Table table = before.tables().get(add.table());
            return table == null ? null : with(table, List.of(add.column()));
        }
        if (operation instanceof Batch batch) {
            Table table = before.tables().get(batch.table());
            // What the batch itself renames or retypes is checked by the database.
            boolean simple = batch.operations().stream()
                    .allMatch(each ->
                            each instanceof AddColumn || each instanceof AddCheck || each instanceof CreateIndex);
            return table == null || !simple ? null : with(table, added(batch));
        }
        QualifiedName name = name(operation);
        return name == null ? null : before.tables().get(name);
    }

    private static @Nullable QualifiedName name(Operation operation) {
        if (operation instanceof AddCheck add) {
            return add.table();
        }
        if (operation instanceof AddExclusion add) {
            return add.table();
        }
        if (operation instanceof CreateIndex create) {
            return create.table();
        }
        return operation instanceof AlterColumn alter ? alter.table() : null;
    }

    private static List<Column> added(Batch batch) {
        return batch.operations().stream()
                .filter(AddColumn.class::isInstance)
                .map(each -> ((AddColumn) each).column())
                .toList();
    }

    private static Table with(Table table, List<Column> added) {
        List<Column> columns = new ArrayList<>(table.columns());
        for (Column column : added) {
            if (table.column(column.name()).isEmpty()) {
                columns.add(column);
            }
        }
        return Table.of(table.name(), columns);
    }
}
