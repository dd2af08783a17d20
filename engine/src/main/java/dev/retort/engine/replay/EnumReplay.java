// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.operation.EnumChange;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.EnumType;
import dev.retort.schema.Literal;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Changes to the values of an enum type; columns that repeat the values follow. */
final class EnumReplay {

    private final Workspace workspace;

    EnumReplay(Workspace workspace) {
        this.workspace = workspace;
    }

    void apply(EnumType type, EnumChange change) {
        if (change instanceof EnumChange.AddValue add) {
            add(type, add);
        } else if (change instanceof EnumChange.RenameValue rename) {
            rename(type, rename);
        } else if (change instanceof EnumChange.DropValue drop) {
            if (has(type, drop.value())) {
                List<String> values = new ArrayList<>(type.values());
                values.remove(drop.value());
                put(type, values);
            }
        } else if (change instanceof EnumChange.SetComment comment) {
            workspace.schema.enumType(new EnumType(type.name(), type.values(), comment.comment()));
        }
    }

    private void add(EnumType type, EnumChange.AddValue add) {
        if (type.values().contains(add.value())) {
            if (!add.ifNotExists()) {
                workspace.exists("value", add.value(), " in enum type '" + type.name() + "'");
            }
            return;
        }
        List<String> values = new ArrayList<>(type.values());
        String before = add.before();
        String after = add.after();
        if (before != null && has(type, before)) {
            values.add(values.indexOf(before), add.value());
        } else if (after != null && has(type, after)) {
            values.add(values.indexOf(after) + 1, add.value());
        } else {
            values.add(add.value());
        }
        put(type, values);
    }

    private void rename(EnumType type, EnumChange.RenameValue rename) {
        if (!has(type, rename.from())) {
            return;
        }
        if (type.values().contains(rename.to())) {
            workspace.exists("value", rename.to(), " in enum type '" + type.name() + "'");
            return;
        }
        put(
                type,
                type.values().stream()
                        .map(v -> v.equals(rename.from()) ? rename.to() : v)
                        .toList());
        DefaultValue from = new DefaultValue.Constant(new Literal.Text(rename.from()));
        DefaultValue to = new DefaultValue.Constant(new Literal.Text(rename.to()));
        eachColumn(type, column -> from.equals(column.defaultValue()) ? column.withDefault(to) : column);
    }

    private void put(EnumType type, List<String> values) {
        workspace.schema.enumType(type.withValues(values));
        eachColumn(type, column -> column.withType(follow(column.type(), type, values)));
    }

    private static DataType follow(DataType type, EnumType changed, List<String> values) {
        if (type instanceof DataType.Array array) {
            return new DataType.Array(follow(array.element(), changed, values));
        }
        return type instanceof DataType.Enum anEnum && !anEnum.values().isEmpty()
                ? new DataType.Enum(changed.name(), values)
                : type;
    }

    private interface ColumnChange {
        Column of(Column column);
    }

    private void eachColumn(EnumType type, ColumnChange change) {
        for (Table table : List.copyOf(workspace.schema.tables().values())) {
            if (table.columns().stream().anyMatch(c -> ObjectReplay.isOf(c.type(), type.name()))) {
                workspace.schema.table(table.toBuilder()
                        .mapColumns(c -> ObjectReplay.isOf(c.type(), type.name()) ? change.of(c) : c)
                        .build());
            }
        }
    }

    private boolean has(EnumType type, String value) {
        if (type.values().contains(value)) {
            return true;
        }
        workspace.missing("value", value, " in enum type '" + type.name() + "'", type.values(), "values");
        return false;
    }
}
