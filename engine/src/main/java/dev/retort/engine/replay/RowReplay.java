// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.engine.text.Mentions;
import dev.retort.engine.text.RowsOnly;
import dev.retort.operation.DeleteRows;
import dev.retort.operation.Execute;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Row;
import dev.retort.operation.UpdateRows;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rows, which a schema does not hold, and SQL, which may do anything. */
final class RowReplay {

    private static final int SHOWN = 40;

    private final Workspace workspace;

    RowReplay(Workspace workspace) {
        this.workspace = workspace;
    }

    void apply(InsertRows insert) {
        check(insert.table(), insert.rows());
    }

    void apply(UpdateRows update) {
        check(update.table(), List.of(update.set()));
    }

    void apply(DeleteRows delete) {
        check(delete.table(), List.of());
    }

    private void check(QualifiedName name, List<Row> rows) {
        if (workspace.schema.views().containsKey(name)) {
            return;
        }
        Table table = workspace.table(name);
        if (table == null) {
            return;
        }
        Set<Identifier> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.cells().keySet()));
        for (Identifier column : columns) {
            if (workspace.hasColumn(table, column)
                    && table.column(column).orElseThrow().generated() != null) {
                workspace.invalid(
                        "Column '" + column + "' of table '" + name + "' is generated, so it cannot be given a value.",
                        "Leave it out.");
            }
        }
    }

    /** Notes that a text may have done anything, unless its words or its effects say otherwise. */
    void opaque(Execute execute) {
        if (execute.effects() == null && !RowsOnly.is(execute.sql())) {
            String sql = Mentions.textsOf(execute.sql()).get(0).strip().replaceAll("\\s+", " ");
            workspace.opaque(sql.length() <= SHOWN ? sql : sql.substring(0, SHOWN) + "...");
        }
    }
}
