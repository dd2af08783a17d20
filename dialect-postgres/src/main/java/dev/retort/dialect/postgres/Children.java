// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.ColumnClauses;
import dev.retort.dialect.SqlWriter;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a table is created that may be a partition or a child of others: what comes from those is not said again, and a
 * partition whose columns have another order is joined to its table afterwards.
 *
 * @param inheritance the tables around
 * @param schema      all that is there when the table is created
 * @param table       the table to create
 */
record Children(Inheritance inheritance, Schema schema, Table table) {

    private boolean isPartition() {
        return !PostgresOptions.text(table.options(), PostgresOptions.PARTITION_OF)
                .isEmpty();
    }

    /** Whether it is a partition or child from the beginning. */
    boolean isCreatedSo() {
        return !isPartition()
                || !PostgresOptions.flag(table.options(), PostgresOptions.ATTACHED) && inheritance.isInOrder(table);
    }

    /** Whether its columns stand where inheritance does not put them. */
    private boolean isDisplaced() {
        return !isPartition() && !inheritance.isInOrder(table);
    }

    /** How it is created if its columns stand where inheritance does not put them. */
    Optional<Displaced> displaced() {
        return isDisplaced() ? Optional.of(new Displaced(inheritance, schema, table)) : Optional.empty();
    }

    /** The tables behind INHERITS. */
    List<Consumer<SqlWriter>> parents() {
        return displaced()
                .map(displaced -> List.<Consumer<SqlWriter>>of(sql -> sql.name(displaced.shape())))
                .orElseGet(() -> PostgresOptions.list(table.options(), PostgresOptions.INHERITS).stream()
                        .<Consumer<SqlWriter>>map(parent -> sql -> sql.sql(parent))
                        .toList());
    }

    private Map<Identifier, Column> inherited() {
        return isCreatedSo() ? inheritance.inherited(table) : Map.of();
    }

    /** The columns to define. */
    List<Column> columns() {
        Map<Identifier, Column> inherited = inherited();
        return table.columns().stream()
                .filter(column -> isDefined(column, inherited.get(column.name())))
                .toList();
    }

    /** The columns that are not defined, but that the table itself says are NOT NULL, by a constraint with a name. */
    List<Column> notNulls() {
        Map<Identifier, Column> inherited = isPartition() ? Map.of() : inherited();
        return table.columns().stream()
                .filter(column -> inherited.containsKey(column.name())
                        && !isDefined(column, inherited.get(column.name()))
                        && PostgresColumns.hasNotNull(column))
                .toList();
    }

    private boolean isDefined(Column column, @Nullable Column from) {
        if (from == null) {
            return !isDisplaced() || column.generated() == null;
        }
        return !Objects.equals(from.generated(), column.generated())
                || PostgresOptions.flag(column.options(), PostgresOptions.LOCAL);
    }

    /** The constraints to define: what is joined afterwards must have those of its parents already. */
    Stream<TableConstraint> constraints() {
        return isCreatedSo()
                ? table.constraints()
                : Stream.concat(
                        table.constraints(),
                        inheritance
                                .checks(table, DefaultNames.of(schema))
                                .filter(check -> table.checks().stream()
                                        .noneMatch(own -> Objects.equals(own.name(), check.name()))));
    }

    /** The clause that joins a partition to its table. */
    List<Consumer<SqlWriter>> attach() {
        if (isCreatedSo()) {
            return List.of();
        }
        String partition = PostgresOptions.text(table.options(), PostgresOptions.PARTITION_OF);
        int bound = Inheritance.bound(partition);
        return List.of(sql -> sql.sql("ALTER TABLE")
                .sql(partition.substring(0, bound).strip())
                .sql("ATTACH PARTITION")
                .name(table.name())
                .sql(partition.substring(bound).strip()));
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
        Column from = isDisplaced() ? null : inherited().get(column.name());
        Options before = from == null ? Options.NONE : PostgresOptions.canonical(from.options());
        return PostgresColumns.options(before, PostgresOptions.canonical(column.options()));
    }

    static boolean isInherited(CheckConstraint check) {
        return !PostgresOptions.flag(check.options(), PostgresOptions.NO_INHERIT);
    }
}
