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
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The actions behind {@code ALTER TABLE t ALTER COLUMN c}, all of which stand in one statement. PostgreSQL does them in
 * passes: what drops something first, then types, then what is added.
 */
final class ColumnAlteration {

    private static final Consumer<SqlWriter> DROP_IDENTITY = sql -> sql.sql("DROP IDENTITY IF EXISTS");

    private final AlterColumn operation;
    private final PostgresColumns columns;
    private final PostgresTypes types;
    private final Casts casts;
    private final @Nullable Column before;
    private final @Nullable Boolean wasNullable;
    private final List<Consumer<SqlWriter>> actions = new ArrayList<>();
    private @Nullable Consumer<SqlWriter> added;

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

    /**
     * The actions of each statement. An identity is nothing but a sequence, which PostgreSQL gives the column's new type as
     * soon as both are in one statement, whatever becomes of the identity: so it goes before and comes after.
     */
    List<List<Consumer<SqlWriter>>> statements(@Nullable Boolean nullable) {
        List<Consumer<SqlWriter>> all = actions(nullable);
        if (operation.type() != null && operation.identity() instanceof Setting.Drop) {
            return List.of(
                    List.of(DROP_IDENTITY),
                    all.stream().filter(action -> action != DROP_IDENTITY).toList());
        }
        if (operation.type() != null && operation.identity() instanceof Setting.To && !hadIdentity()) {
            List<Consumer<SqlWriter>> first = new ArrayList<>(all);
            Consumer<SqlWriter> identity = Objects.requireNonNull(added);
            first.remove(identity);
            return List.of(first, List.of(identity));
        }
        return List.of(all);
    }

    /** The actions; {@code nullable} is what the column is to be in the end, or null if that is not known. */
    private List<Consumer<SqlWriter>> actions(@Nullable Boolean nullable) {
        DefaultValue old = before == null ? null : before.defaultValue();
        Setting<DefaultValue> value = operation.defaultValue();
        DataType type = operation.type();
        boolean hadDefault = before == null || old != null;
        boolean kept = type != null && old != null && !value.isChange();
        // DROP DEFAULT is an error where the column is a computed one or an identity.
        boolean plain = before == null || (before.generated() == null && before.identity() == null);
        if ((value instanceof Setting.Drop && plain) || kept || (type != null && value.isChange() && hadDefault)) {
            actions.add(sql -> sql.sql("DROP DEFAULT"));
        }
        if (operation.identity() instanceof Setting.Drop) {
            actions.add(DROP_IDENTITY);
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
            added = hadIdentity()
                    ? sql -> PostgresColumns.changed(sql, to.value())
                    : sql -> columns.identity(sql.sql("ADD"), to.value());
            actions.add(added);
        }
        Options options = before == null ? Options.NONE : before.options();
        actions.addAll(PostgresColumns.options(options, options.overlaidBy(operation.options())));
        return actions;
    }

    private boolean hadIdentity() {
        return before != null && before.identity() != null;
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
