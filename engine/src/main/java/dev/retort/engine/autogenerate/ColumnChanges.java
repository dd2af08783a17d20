// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import dev.retort.engine.replay.Replay;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnPosition;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What happens to the columns of a table.
 *
 * @param renamed    the table after the renames
 * @param renames    columns whose name changes in upper and lower case only
 * @param operations columns that come, change and go, in this order, since a table must not be without columns
 * @param disturbed  columns that change their name or type, or go
 */
record ColumnChanges(Table renamed, List<Operation> renames, List<Operation> operations, Set<Identifier> disturbed) {

    static ColumnChanges of(Table before, Table target, boolean placing) {
        List<Operation> renames = renames(before, target);
        Set<Identifier> disturbed = new HashSet<>();
        renames.forEach(operation -> {
            disturbed.add(((RenameColumn) operation).column());
            disturbed.add(((RenameColumn) operation).to());
        });
        Table present = renames.isEmpty()
                ? before
                : Replay.after(new SchemaBuilder().table(alone(before)).build(), renames)
                        .tables()
                        .get(before.name());
        List<AddColumn> adds = adds(present, target, placing);
        List<Operation> operations = new ArrayList<>();
        adds.stream().filter(add -> add.column().generated() == null).forEach(operations::add);
        for (Column column : target.columns()) {
            present.column(column.name()).ifPresent(now -> {
                AlterColumn alter = alter(target, now, column);
                if (!alter.isEmpty()) {
                    operations.add(alter);
                }
                if (!now.type().equals(column.type()) || !Objects.equals(now.generated(), column.generated())) {
                    disturbed.add(column.name());
                }
            });
        }
        // A generated column may be computed from one that comes with it, or that gets the type for it.
        adds.stream().filter(add -> add.column().generated() != null).forEach(operations::add);
        for (Column column : generatedFirst(surplusColumns(present, target))) {
            operations.add(DropColumn.of(target.name(), column.name()));
            disturbed.add(column.name());
        }
        return new ColumnChanges(present, renames, operations, disturbed);
    }

    /** Without references to other tables, which are not there when a table is looked at alone. */
    private static Table alone(Table table) {
        return table.toBuilder()
                .mapForeignKeys(key -> key.referredTable().equals(table.name()) ? key : null)
                .build();
    }

    private static List<Column> surplusColumns(Table first, Table second) {
        return first.columns().stream()
                .filter(column -> second.column(column.name()).isEmpty())
                .toList();
    }

    private static List<Operation> renames(Table before, Table target) {
        List<Column> come = surplusColumns(target, before);
        List<Operation> renames = new ArrayList<>();
        for (Column gone : surplusColumns(before, target)) {
            List<Column> like = like(come, gone);
            if (like.size() == 1 && like(before.columns(), gone).size() == 1) {
                renames.add(
                        new RenameColumn(target.name(), gone.name(), like.get(0).name()));
            }
        }
        return renames;
    }

    private static List<Column> like(List<Column> columns, Column column) {
        return columns.stream()
                .filter(c -> c.name().value().equalsIgnoreCase(column.name().value()))
                .toList();
    }

    private static List<AddColumn> adds(Table present, Table target, boolean placing) {
        List<AddColumn> operations = new ArrayList<>();
        List<Identifier> order =
                new ArrayList<>(present.columns().stream().map(Column::name).toList());
        List<Column> come = surplusColumns(target, present);
        List<Column> sorted = come.stream()
                .sorted(Comparator.comparing(column -> column.generated() != null))
                .toList();
        for (Column column : sorted) {
            ColumnPosition position = placing ? position(order, target, column.name()) : ColumnPosition.LAST;
            operations.add(new AddColumn(target.name(), column, position, null, false, false));
        }
        return operations;
    }

    /** Right after the nearest column before it that is there already. */
    private static ColumnPosition position(List<Identifier> order, Table target, Identifier column) {
        Identifier previous = null;
        for (Column other : target.columns()) {
            if (other.name().equals(column)) {
                break;
            }
            previous = order.contains(other.name()) ? other.name() : previous;
        }
        int index = previous == null ? 0 : order.indexOf(previous) + 1;
        boolean last = index == order.size();
        order.add(index, column);
        return last
                ? ColumnPosition.LAST
                : previous == null ? ColumnPosition.FIRST : new ColumnPosition.After(previous);
    }

    private static List<Column> generatedFirst(List<Column> columns) {
        return columns.stream()
                .sorted(Comparator.comparing(column -> column.generated() == null))
                .toList();
    }

    private static AlterColumn alter(Table table, Column now, Column target) {
        AlterColumn alter = AlterColumn.of(table.name(), now.name());
        if (!now.type().equals(target.type())) {
            alter = alter.withType(target.type());
        }
        if (now.nullable() != target.nullable()) {
            alter = alter.withNullable(target.nullable());
        }
        if (!Objects.equals(now.defaultValue(), target.defaultValue())) {
            alter = alter.withDefault(target.defaultValue());
        }
        if (!Objects.equals(now.identity(), target.identity())) {
            alter = alter.withIdentity(target.identity());
        }
        if (!Objects.equals(now.generated(), target.generated())) {
            alter = alter.withGenerated(target.generated());
        }
        if (!Objects.equals(now.comment(), target.comment())) {
            alter = alter.withComment(target.comment());
        }
        Options overlay = now.options().overlayTo(target.options());
        return overlay.isEmpty() ? alter : alter.withOptions(overlay);
    }
}
