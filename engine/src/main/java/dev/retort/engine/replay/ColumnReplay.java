// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnPosition;
import dev.retort.operation.DropColumn;
import dev.retort.operation.RenameColumn;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns. */
final class ColumnReplay {

    private final Workspace workspace;

    ColumnReplay(Workspace workspace) {
        this.workspace = workspace;
    }

    void apply(AddColumn add) {
        Table table = workspace.table(add.table());
        Identifier name = add.column().name();
        if (table == null) {
            return;
        }
        if (table.column(name).isPresent()) {
            if (!add.ifNotExists()) {
                workspace.exists("column", name, " in table '" + table.name() + "'");
            }
            return;
        }
        TableBuilder builder = table.toBuilder().columns(placed(table, table.columns(), add.column(), add.position()));
        if (add.primaryKey()) {
            if (table.primaryKey() != null) {
                workspace.invalid("Table '" + table.name() + "' has a primary key already.", null);
            } else {
                builder.primaryKey(PrimaryKey.of(name.value()));
            }
        }
        ForeignKey references = add.references();
        if (references != null) {
            builder.constraint(references);
        }
        Table changed = builder.build();
        workspace.schema.table(changed);
        if (references != null) {
            new ConstraintReplay(workspace).check(changed, references);
        }
    }

    /** The columns with one more at a position. */
    private List<Column> placed(Table table, List<Column> others, Column column, ColumnPosition position) {
        List<Column> result = new ArrayList<>(others);
        result.add(index(table, others, position), column);
        return result;
    }

    private int index(Table table, List<Column> others, ColumnPosition position) {
        List<Identifier> names = others.stream().map(Column::name).toList();
        if (position instanceof ColumnPosition.First) {
            return 0;
        }
        Identifier neighbour = position instanceof ColumnPosition.After after
                ? after.column()
                : position instanceof ColumnPosition.Before before ? before.column() : null;
        if (neighbour == null || !workspace.hasColumn(table, neighbour) || !names.contains(neighbour)) {
            return others.size();
        }
        return names.indexOf(neighbour) + (position instanceof ColumnPosition.After ? 1 : 0);
    }

    void apply(DropColumn drop) {
        Table table = workspace.table(drop.table());
        if (table == null || (drop.ifExists() && table.column(drop.column()).isEmpty())) {
            return;
        }
        if (workspace.hasColumn(table, drop.column())) {
            drop(table, drop.column(), drop.cascade());
        }
    }

    void drop(Table table, Identifier column, boolean cascade) {
        if (table.columns().size() == 1) {
            workspace.invalid(
                    "'" + column + "' is the last column of table '" + table.name() + "'.",
                    "Add another column first, or drop the table.");
            return;
        }
        ColumnUses uses = new ColumnUses(workspace.schema, table, column);
        List<String> blockers = cascade ? List.of() : uses.blockers();
        if (!blockers.isEmpty()) {
            workspace.invalid(
                    "Column '" + column + "' of table '" + table.name() + "' is used by " + String.join(", ", blockers)
                            + ".",
                    "Drop that first, or say cascade.");
        }
        uses.remove();
        if (cascade) {
            new ViewReplay(workspace).dropViewsOn(table.name().name(), column);
        }
    }

    void apply(RenameColumn rename) {
        Table table = workspace.table(rename.table());
        if (table != null && workspace.hasColumn(table, rename.column())) {
            rename(table, rename.column(), rename.to());
        }
    }

    private void rename(Table table, Identifier from, Identifier to) {
        if (from.equals(to)) {
            return;
        }
        if (table.column(to).isPresent()) {
            workspace.exists("column", to, " in table '" + table.name() + "'");
            return;
        }
        new ColumnRename(workspace.schema, table, from, to, workspace.quoted).apply();
    }

    void apply(AlterColumn alter) {
        Table table = workspace.table(alter.table());
        if (table == null || !workspace.hasColumn(table, alter.column())) {
            return;
        }
        Column changed;
        try {
            changed = table.column(alter.column()).map(alter::applyTo).orElseThrow();
        } catch (IllegalArgumentException e) {
            workspace.invalid("The column cannot become that: " + e.getMessage() + ".", "Drop the one with the other.");
            return;
        }
        if (Boolean.TRUE.equals(alter.nullable()) && isInPrimaryKey(table, alter.column())) {
            workspace.doubtful(
                    "Column '" + alter.column() + "' is in the primary key of table '" + table.name()
                            + "'; most databases refuse to make it nullable.",
                    null);
        }
        List<Column> columns = new ArrayList<>(table.columns());
        columns.replaceAll(c -> c.name().equals(alter.column()) ? changed.withName(c.name()) : c);
        ColumnPosition position = alter.position();
        if (position != null) {
            columns = moved(table, columns, alter.column(), position);
        }
        Table altered = table.toBuilder().columns(columns).build();
        workspace.schema.table(altered);
        Identifier to = alter.rename();
        if (to != null) {
            rename(altered, alter.column(), to);
        }
    }

    private List<Column> moved(Table table, List<Column> columns, Identifier column, ColumnPosition position) {
        List<Column> others = new ArrayList<>(columns);
        Column moving =
                others.stream().filter(c -> c.name().equals(column)).findFirst().orElseThrow();
        others.remove(moving);
        return placed(table, others, moving, position);
    }

    private static boolean isInPrimaryKey(Table table, Identifier column) {
        @Nullable PrimaryKey key = table.primaryKey();
        return key != null && Set.copyOf(key.columns()).contains(column);
    }
}
