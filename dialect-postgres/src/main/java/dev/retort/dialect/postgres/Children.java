// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.ColumnClauses;
import dev.retort.dialect.SqlWriter;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a table is created that may be a partition or a child of others: what comes from those is not said again, and a table
 * whose columns have another order is joined to them afterwards.
 *
 * @param inheritance the tables around
 * @param table       the table to create
 */
record Children(Inheritance inheritance, Table table) {

    /** Whether it is a partition or child from the beginning. */
    boolean isCreatedSo() {
        return !PostgresOptions.flag(table.options(), PostgresOptions.ATTACHED) && inheritance.isInOrder(table);
    }

    private Map<Identifier, Column> inherited() {
        return isCreatedSo() ? inheritance.inherited(table) : Map.of();
    }

    /** The columns to define. */
    List<Column> columns() {
        Map<Identifier, Column> inherited = inherited();
        return table.columns().stream()
                .filter(column -> {
                    return isDefined(column, inherited.get(column.name()));
                })
                .toList();
    }

    private static boolean isDefined(Column column, @Nullable Column from) {
        return from == null
                || !Objects.equals(from.generated(), column.generated())
                || PostgresOptions.flag(column.options(), PostgresOptions.LOCAL);
    }

    /** The constraints to define: what is joined afterwards must have those of its parents already. */
    Stream<TableConstraint> constraints() {
        return isCreatedSo()
                ? table.constraints()
                : Stream.concat(
                        table.constraints(),
                        inheritance
                                .checks(table)
                                .filter(check -> table.checks().stream()
                                        .noneMatch(own -> Objects.equals(own.name(), check.name()))));
    }

    /** The clauses that join it. */
    List<Consumer<SqlWriter>> attach() {
        List<Consumer<SqlWriter>> statements = new ArrayList<>();
        if (!isCreatedSo()) {
            String partition = PostgresOptions.text(table.options(), PostgresOptions.PARTITION_OF);
            int bound = Inheritance.bound(partition);
            if (partition.isEmpty()) {
                PostgresOptions.list(table.options(), PostgresOptions.INHERITS)
                        .forEach(parent -> statements.add(sql -> sql.sql("ALTER TABLE")
                                .name(table.name())
                                .sql("INHERIT")
                                .sql(parent)));
            } else {
                statements.add(sql -> sql.sql("ALTER TABLE")
                        .sql(partition.substring(0, bound).strip())
                        .sql("ATTACH PARTITION")
                        .name(table.name())
                        .sql(partition.substring(bound).strip()));
            }
        }
        return statements;
    }

    /** What its columns have of their own, by column. */
    Map<Identifier, List<Consumer<SqlWriter>>> changes(ColumnClauses clauses) {
        Map<Identifier, Column> inherited = inherited();
        Map<Identifier, List<Consumer<SqlWriter>>> changes = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            Column from = inherited.get(column.name());
            if (from == null) {
                continue;
            }
            if (isDefined(column, from)) {
                // A column that says no default takes that of the parent.
                boolean takes = from.defaultValue() != null
                        && column.defaultValue() == null
                        && column.generated() == null
                        && column.identity() == null;
                if (takes) {
                    changes.put(column.name(), List.of(sql -> sql.sql("DROP DEFAULT")));
                }
                continue;
            }
            List<Consumer<SqlWriter>> actions = new ArrayList<>();
            if (!Objects.equals(from.defaultValue(), column.defaultValue())) {
                actions.add(sql -> {
                    if (column.defaultValue() == null) {
                        sql.sql("DROP DEFAULT");
                    } else {
                        clauses.defaultValue(sql.sql("SET DEFAULT"), column.defaultValue());
                    }
                });
            }
            if (from.nullable() && !column.nullable() && !isInKey(column)) {
                actions.add(sql -> sql.sql("SET NOT NULL"));
            }
            changes.put(column.name(), actions);
        }
        return changes;
    }

    private boolean isInKey(Column column) {
        return table.primaryKey() != null && table.primaryKey().columns().contains(column.name());
    }

    /** The actions that give a column its options. */
    List<Consumer<SqlWriter>> options(Column column) {
        Column from = inherited().get(column.name());
        Options before = from == null ? Options.NONE : PostgresOptions.canonical(from.options());
        return PostgresColumns.options(before, PostgresOptions.canonical(column.options()));
    }

    static boolean isInherited(CheckConstraint check) {
        return !PostgresOptions.flag(check.options(), PostgresOptions.NO_INHERIT);
    }
}
