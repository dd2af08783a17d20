// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table. Columns keep their order; constraints and indexes, whose order means nothing, are sorted by name.
 *
 * @param name        its name
 * @param columns     its columns, in order, none twice; may be empty (PostgreSQL allows that)
 * @param primaryKey  its primary key, or null
 * @param uniques     unique constraints
 * @param foreignKeys foreign keys
 * @param checks      checks
 * @param exclusions  exclusion constraints
 * @param indexes     indexes, other than those behind constraints
 * @param comment     words about it, or null
 * @param options     what only one dialect knows
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<UniqueConstraint> uniques,
        List<ForeignKey> foreignKeys,
        List<CheckConstraint> checks,
        List<ExclusionConstraint> exclusions,
        List<Index> indexes,
        @Nullable String comment,
        Options options) {

    public Table {
        Set<Identifier> seen = new HashSet<>();
        for (Column column : columns) {
            if (!seen.add(column.name())) {
                throw new IllegalArgumentException(
                        "table " + name + " must not have column '" + column.name() + "' twice");
            }
        }
        columns = List.copyOf(columns);
        uniques = sorted(uniques);
        foreignKeys = sorted(foreignKeys);
        checks = sorted(checks);
        exclusions = sorted(exclusions);
        indexes = indexes.size() < 2
                ? List.copyOf(indexes)
                : indexes.stream().sorted(Comparator.comparing(Table::sortKey)).toList();
    }

    private static <C extends TableConstraint> List<C> sorted(List<C> constraints) {
        return constraints.size() < 2
                ? List.copyOf(constraints)
                : constraints.stream()
                        .sorted(Comparator.comparing(Table::sortKey))
                        .toList();
    }

    private static String sortKey(TableConstraint constraint) {
        Identifier name = constraint.name();
        return name == null ? "\uffff" + constraint : name.value();
    }

    private static String sortKey(Index index) {
        Identifier name = index.name();
        return name == null ? "\uffff" + index : name.value();
    }

    /**
     * A table with columns alone.
     *
     * @param name    its name
     * @param columns its columns
     * @return the table
     */
    public static Table of(QualifiedName name, List<Column> columns) {
        return new Table(
                name, columns, null, List.of(), List.of(), List.of(), List.of(), List.of(), null, Options.NONE);
    }

    /**
     * @param column a column's name
     * @return the column, if there is one of that name
     */
    public Optional<Column> column(Identifier column) {
        for (Column each : columns) {
            if (each.name().equals(column)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * @param index an index's name
     * @return the index, if there is one of that name
     */
    public Optional<Index> index(Identifier index) {
        return indexes.stream().filter(i -> index.equals(i.name())).findFirst();
    }

    /**
     * @param constraint a constraint's name
     * @return the constraint of that name, of whatever kind
     */
    public Optional<TableConstraint> constraint(Identifier constraint) {
        return constraints().filter(c -> constraint.equals(c.name())).findFirst();
    }

    /** {@return all constraints, the primary key first} */
    public Stream<TableConstraint> constraints() {
        List<TableConstraint> all = new ArrayList<>();
        if (primaryKey != null) {
            all.add(primaryKey);
        }
        all.addAll(uniques);
        all.addAll(foreignKeys);
        all.addAll(checks);
        all.addAll(exclusions);
        return all.stream();
    }

    /** {@return a builder that starts with this table's parts} */
    public TableBuilder toBuilder() {
        return new TableBuilder(this);
    }
}
