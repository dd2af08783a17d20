// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.engine.text.Mentions;
import dev.retort.engine.text.NameInSql;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of their own table the parts of a table use.
 *
 * @param table the table
 */
public record ColumnSets(Table table) {

    /**
     * @param constraint a constraint of the table
     * @return its columns; for a foreign key those on its own side
     */
    public Set<Identifier> of(TableConstraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return new LinkedHashSet<>(key.columns());
        }
        if (constraint instanceof UniqueConstraint unique) {
            return new LinkedHashSet<>(unique.columns());
        }
        if (constraint instanceof ForeignKey key) {
            return new LinkedHashSet<>(key.columns());
        }
        if (constraint instanceof CheckConstraint check) {
            return of(check.expression());
        }
        ExclusionConstraint exclusion = (ExclusionConstraint) constraint;
        Set<Identifier> columns = of(exclusion.where());
        exclusion.elements().forEach(element -> columns.addAll(of(element.part())));
        return columns;
    }

    /**
     * @param index an index of the table
     * @return its columns, those in expressions and in its condition included
     */
    public Set<Identifier> of(Index index) {
        Set<Identifier> columns = of(index.where());
        index.parts().forEach(part -> columns.addAll(of(part)));
        return columns;
    }

    private Set<Identifier> of(IndexPart part) {
        return part.key() instanceof IndexKey.OfColumn column
                ? new LinkedHashSet<>(Set.of(column.name()))
                : of(((IndexKey.OfExpression) part.key()).sql());
    }

    /**
     * @param text an expression over the table's columns, or null
     * @return the columns that it names
     */
    public Set<Identifier> of(@Nullable SqlText text) {
        Set<Identifier> columns = new LinkedHashSet<>();
        if (text != null) {
            table.columns().stream()
                    .map(c -> c.name())
                    .filter(c -> names(text, c))
                    .forEach(columns::add);
        }
        return columns;
    }

    private boolean names(SqlText text, Identifier column) {
        NameInSql name = name(column);
        return Mentions.textsOf(text).stream().anyMatch(name::isIn);
    }

    /** A column as it may stand in an expression of this table. */
    NameInSql name(Identifier column) {
        Set<String> others = table.columns().stream()
                .map(c -> c.name())
                .filter(c -> !c.equals(column))
                .map(Identifier::value)
                .collect(Collectors.toSet());
        return new NameInSql(column.value(), others, Set.of(table.name().name().value(), "new", "old"));
    }
}
