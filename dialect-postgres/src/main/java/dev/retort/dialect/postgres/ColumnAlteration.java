// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.Rendering;
import dev.retort.dialect.SqlWriter;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Setting;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Options;
import dev.retort.schema.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The actions behind {@code ALTER TABLE t ALTER COLUMN c}, all of which stand in one statement. PostgreSQL does them in
 * passes: what drops something first, then types, then what is added.
 */
final class ColumnAlteration {

    private final AlterColumn operation;
    private final PostgresColumns columns;
    private final PostgresTypes types;
    private final Casts casts;
    private final @Nullable Column before;
    private final @Nullable Boolean wasNullable;
    private final List<Consumer<SqlWriter>> actions = new ArrayList<>();

    ColumnAlteration(
            AlterColumn operation, Rendering rendering, PostgresColumns columns, PostgresTypes types, Casts casts) {
        this.operation = operation;
        this.columns = columns;
        this.types = types;
        this.casts = casts;
        this.before =
                rendering.columnBefore(operation.table(), operation.column()).orElse(null);
        this.wasNullable = before == null ? null : Nullability.of(rendering.before(), operation.table(), before);
    }

    /** The actions; {@code nullable} is what the column is to be in the end, or null if that is not known. */
    List<Consumer<SqlWriter>> actions(@Nullable Boolean nullable) {
        DefaultValue old = before == null ? null : before.defaultValue();
        Setting<DefaultValue> value = operation.defaultValue();
        DataType type = operation.type();
        boolean hadDefault = before == null || old != null;
        boolean kept = type != null && old != null && !value.isChange();
        if (value instanceof Setting.Drop || kept || (type != null && value.isChange() && hadDefault)) {
            actions.add(sql -> sql.sql("DROP DEFAULT"));
        }
        if (operation.identity() instanceof Setting.Drop) {
            actions.add(sql -> sql.sql("DROP IDENTITY IF EXISTS"));
        }
        if (operation.generated() instanceof Setting.Drop) {
            actions.add(sql -> sql.sql("DROP EXPRESSION IF EXISTS"));
        }
        if (type != null) {
            actions.add(sql -> type(sql, type));
        }
        if (operation.generated() instanceof Setting.To<Generated> to) {
            actions.add(
                    sql -> sql.sql("SET EXPRESSION AS").parenthesized(to.value().expression()));
        }
        nullability(nullable);
        if (value instanceof Setting.To<DefaultValue> to) {
            actions.add(sql -> columns.defaultValue(sql.sql("SET DEFAULT"), to.value()));
        } else if (kept && old != null) {
            actions.add(sql -> columns.defaultValue(sql.sql("SET DEFAULT"), old));
        }
        if (operation.identity() instanceof Setting.To<Identity> to) {
            boolean had = before != null && before.identity() != null;
            actions.add(
                    had
                            ? sql -> PostgresColumns.changed(sql, to.value())
                            : sql -> columns.identity(sql.sql("ADD"), to.value()));
        }
        Options options = before == null ? Options.NONE : before.options();
        actions.addAll(PostgresColumns.options(options, options.overlaidBy(operation.options())));
        return actions;
    }

    private void nullability(@Nullable Boolean nullable) {
        boolean asked = operation.nullable() != null;
        if (nullable != null && (wasNullable == null ? asked : !wasNullable.equals(nullable))) {
            actions.add(sql -> sql.sql(nullable ? "DROP NOT NULL" : "SET NOT NULL"));
        }
    }

    private void type(SqlWriter sql, DataType type) {
        columns.type(sql.sql("SET DATA TYPE"), type);
        SqlText using = operation.using();
        if (using != null) {
            sql.sql("USING").text(using);
        } else if (before != null) {
            DataType to = types.canonical(type);
            Casts.Way way = casts.way(types.canonical(before.type()), to);
            if (way != Casts.Way.ASSIGNMENT) {
                sql.sql("USING")
                        .name(operation.column())
                        .append(way == Casts.Way.EXPLICIT ? "" : "::text")
                        .append("::" + types.render(to));
            }
        }
    }
}
