// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.postgres.text.Names;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The columns that partitions and children of tables have from those. A model need not repeat them; what is read back has
 * them all, since constraints and indexes may be on them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-inherit.html">Inheritance</a>
 */
final class Inheritance {

    private final Map<QualifiedName, Table> expanded = new HashMap<>();

    /** Knows the columns of all tables of a schema. */
    Inheritance(Schema schema) {
        List<Table> waiting = new ArrayList<>(schema.tables().values());
        boolean more = true;
        while (more) {
            more = waiting.removeIf(table -> {
                boolean ready = parents(table).stream()
                        .allMatch(parent -> expanded.containsKey(parent)
                                || schema.table(parent).isEmpty());
                if (ready) {
                    expanded.put(table.name(), expanded(table));
                }
                return ready;
            });
        }
        waiting.forEach(table -> expanded.put(table.name(), table));
    }

    static Schema expanded(Schema schema) {
        if (schema.tables().values().stream().allMatch(table -> parents(table).isEmpty())) {
            return schema;
        }
        SchemaBuilder builder = schema.toBuilder();
        builder.tables(new Inheritance(schema).expanded.values());
        return builder.build();
    }

    /** The tables that a table takes columns from. */
    static List<QualifiedName> parents(Table table) {
        String partition = PostgresOptions.text(table.options(), PostgresOptions.PARTITION_OF);
        List<String> names = partition.isEmpty()
                ? PostgresOptions.list(table.options(), PostgresOptions.INHERITS)
                : List.of(partition.substring(0, bound(partition)));
        return names.stream().map(Names::qualified).toList();
    }

    /** Where the bounds begin behind the name of the partitioned table. */
    static int bound(String partition) {
        String upper = partition.toUpperCase(Locale.ROOT);
        int values = upper.indexOf(" FOR VALUES");
        int usual = upper.lastIndexOf(" DEFAULT");
        return values >= 0 ? values : usual >= 0 ? usual : partition.length();
    }

    /** The columns that a table takes from its parents, as they come from there. */
    Map<Identifier, Column> inherited(Table table) {
        Map<Identifier, Column> columns = new LinkedHashMap<>();
        for (QualifiedName name : parents(table)) {
            Table parent = expanded.get(name);
            if (parent != null) {
                PrimaryKey key = parent.primaryKey();
                for (Column column : parent.columns()) {
                    boolean inKey = key != null && key.columns().contains(column.name());
                    Column copy = copy(column, inKey);
                    columns.merge(column.name(), copy, Inheritance::merged);
                }
            }
        }
        return columns;
    }

    private static Column copy(Column column, boolean inKey) {
        Options options = column.options()
                .with(PostgresOptions.DIALECT, PostgresOptions.STATISTICS, null)
                .with(PostgresOptions.DIALECT, PostgresOptions.LOCAL, null)
                .with(PostgresOptions.DIALECT, PostgresOptions.NOT_NULL, null);
        return new Column(
                column.name(),
                column.type(),
                (column.nullable() || PostgresColumns.isAlone(column)) && !inKey && column.identity() == null,
                column.defaultValue(),
                null,
                column.generated(),
                null,
                options);
    }

    private static Column merged(Column first, Column second) {
        return first.withNullable(first.nullable() && second.nullable());
    }

    private Table expanded(Table table) {
        Map<Identifier, Column> inherited = inherited(table);
        if (inherited.isEmpty()) {
            return table;
        }
        List<Identifier> own = table.columns().stream().map(Column::name).toList();
        boolean partition = !PostgresOptions.text(table.options(), PostgresOptions.PARTITION_OF)
                .isEmpty();
        if (own.containsAll(inherited.keySet())) {
            // An attached partition may have another order.
            if (partition) {
                return table.toBuilder()
                        .mapColumns(Inheritance::withoutIdentity)
                        .build();
            }
            return table;
        }
        Map<Identifier, Column> columns = new LinkedHashMap<>(inherited);
        table.columns().forEach(column -> columns.put(column.name(), column));
        return table.toBuilder().columns(List.copyOf(columns.values())).build();
    }

    /** A partition has the identity of its table, and none of its own. */
    private static Column withoutIdentity(Column column) {
        return column.identity() == null ? column : column.withIdentity(null).withNullable(false);
    }

    /** Whether the columns that come from parents stand first and in their order, as they do in a table created so. */
    boolean isInOrder(Table table) {
        List<Identifier> inherited = List.copyOf(inherited(table).keySet());
        List<Identifier> own = table.columns().stream().map(Column::name).toList();
        return !own.containsAll(inherited) || own.subList(0, inherited.size()).equals(inherited);
    }

    /** The checks that a table must have because those that it inherits from have them. */
    Stream<CheckConstraint> checks(Table table, DefaultNames names) {
        Map<Identifier, CheckConstraint> checks = new LinkedHashMap<>();
        for (Table ancestor : ancestors(table)) {
            for (CheckConstraint check : ancestor.checks()) {
                Identifier name = names.of(ancestor.name(), check);
                if (name != null && Children.isInherited(check)) {
                    checks.putIfAbsent(name, check.withName(name));
                }
            }
        }
        return checks.values().stream();
    }

    private Collection<Table> ancestors(Table table) {
        Map<QualifiedName, Table> ancestors = new LinkedHashMap<>();
        Deque<QualifiedName> waiting = new ArrayDeque<>(parents(table));
        while (!waiting.isEmpty()) {
            QualifiedName name = waiting.remove();
            Table ancestor = expanded.get(name);
            if (ancestor != null && ancestors.putIfAbsent(name, ancestor) == null) {
                waiting.addAll(parents(ancestor));
            }
        }
        return ancestors.values();
    }

    /** The name, as SQL, of the constraint NOT NULL that a column has from where it comes from. */
    String notNull(Table table, Identifier column) {
        String name = "";
        for (Table ancestor : ancestors(table)) {
            Column above = ancestor.column(column).orElse(null);
            if (above != null && !above.nullable()) {
                name = PostgresColumns.notNull(ancestor.name(), above);
            }
        }
        return name;
    }
}
