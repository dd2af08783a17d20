// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Table} part by part. Not safe for use by several threads. */
public final class TableBuilder {

    private QualifiedName name;
    private final List<Column> columns = new ArrayList<>();
    private @Nullable PrimaryKey primaryKey;
    private final List<UniqueConstraint> uniques = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<CheckConstraint> checks = new ArrayList<>();
    private final List<ExclusionConstraint> exclusions = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private @Nullable String comment;
    private Options options = Options.NONE;

    /**
     * @param name the table's name
     */
    public TableBuilder(QualifiedName name) {
        this.name = name;
    }

    TableBuilder(Table table) {
        this.name = table.name();
        columns.addAll(table.columns());
        primaryKey = table.primaryKey();
        uniques.addAll(table.uniques());
        foreignKeys.addAll(table.foreignKeys());
        checks.addAll(table.checks());
        exclusions.addAll(table.exclusions());
        indexes.addAll(table.indexes());
        comment = table.comment();
        options = table.options();
    }

    /** @param value the table's name
     *  @return this */
    public TableBuilder name(QualifiedName value) {
        name = value;
        return this;
    }

    /** @param value added after the others
     *  @return this */
    public TableBuilder column(Column value) {
        columns.add(value);
        return this;
    }

    /** @param value replaces all columns
     *  @return this */
    public TableBuilder columns(List<Column> value) {
        List<Column> copy = List.copyOf(value);
        columns.clear();
        columns.addAll(copy);
        return this;
    }

    /** @param value replaces the primary key; null for none
     *  @return this */
    public TableBuilder primaryKey(@Nullable PrimaryKey value) {
        primaryKey = value;
        return this;
    }

    /** @param value replaces the comment; null for none
     *  @return this */
    public TableBuilder comment(@Nullable String value) {
        comment = value;
        return this;
    }

    /** @param value replaces the options
     *  @return this */
    public TableBuilder options(Options value) {
        options = value;
        return this;
    }

    /** @param value an index
     *  @return this */
    public TableBuilder index(Index value) {
        indexes.add(value);
        return this;
    }

    /** @param value replaces all indexes
     *  @return this */
    public TableBuilder indexes(List<Index> value) {
        List<Index> copy = List.copyOf(value);
        indexes.clear();
        indexes.addAll(copy);
        return this;
    }

    /**
     * Adds a constraint; a primary key replaces the one there is.
     *
     * @param value a constraint of any kind
     * @return this
     */
    public TableBuilder constraint(TableConstraint value) {
        if (value instanceof PrimaryKey key) {
            primaryKey = key;
        } else if (value instanceof UniqueConstraint unique) {
            uniques.add(unique);
        } else if (value instanceof ForeignKey foreignKey) {
            foreignKeys.add(foreignKey);
        } else if (value instanceof CheckConstraint check) {
            checks.add(check);
        } else if (value instanceof ExclusionConstraint exclusion) {
            exclusions.add(exclusion);
        }
        return this;
    }

    /**
     * Takes a constraint away.
     *
     * @param value a constraint equal to the one that goes
     * @return this
     */
    public TableBuilder withoutConstraint(TableConstraint value) {
        if (value.equals(primaryKey)) {
            primaryKey = null;
        }
        uniques.remove(value);
        foreignKeys.remove(value);
        checks.remove(value);
        exclusions.remove(value);
        return this;
    }

    /** @param change applied to each unique constraint; null drops it
     *  @return this */
    public TableBuilder mapUniques(UnaryOperator<@Nullable UniqueConstraint> change) {
        return map(uniques, change);
    }

    /** @param change applied to each foreign key; null drops it
     *  @return this */
    public TableBuilder mapForeignKeys(UnaryOperator<@Nullable ForeignKey> change) {
        return map(foreignKeys, change);
    }

    /** @param change applied to each check; null drops it
     *  @return this */
    public TableBuilder mapChecks(UnaryOperator<@Nullable CheckConstraint> change) {
        return map(checks, change);
    }

    /** @param change applied to each exclusion constraint; null drops it
     *  @return this */
    public TableBuilder mapExclusions(UnaryOperator<@Nullable ExclusionConstraint> change) {
        return map(exclusions, change);
    }

    /** @param change applied to each index; null drops it
     *  @return this */
    public TableBuilder mapIndexes(UnaryOperator<@Nullable Index> change) {
        return map(indexes, change);
    }

    /** @param change applied to each column; null drops it
     *  @return this */
    public TableBuilder mapColumns(UnaryOperator<@Nullable Column> change) {
        return map(columns, change);
    }

    private <P> TableBuilder map(List<P> parts, UnaryOperator<@Nullable P> change) {
        List<P> result = new ArrayList<>();
        for (P part : parts) {
            P changed = change.apply(part);
            if (changed != null) {
                result.add(changed);
            }
        }
        parts.clear();
        parts.addAll(result);
        return this;
    }

    /** {@return the table} */
    public Table build() {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, exclusions, indexes, comment, options);
    }
}
