// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.ConstraintKind;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which constraint of a table is meant: by its name, or, since names are optional, by what it says. */
public sealed interface ConstraintSelector {

    /**
     * The constraint of a name.
     *
     * @param name its name
     * @param kind its kind, or null if the name alone says it; replay knows the kind
     */
    record Named(Identifier name, @Nullable ConstraintKind kind) implements ConstraintSelector {}

    /** The primary key, named or not. */
    record ThePrimaryKey() implements ConstraintSelector {}

    /**
     * The unique constraint on these columns.
     *
     * @param columns in order
     */
    record UniqueOn(List<Identifier> columns) implements ConstraintSelector {

        public UniqueOn {
            columns = List.copyOf(columns);
        }
    }

    /**
     * The foreign key of these columns.
     *
     * @param columns       referring columns, in order
     * @param referredTable the table referred to, or null if the columns alone say it
     */
    record ForeignKeyOn(List<Identifier> columns, @Nullable QualifiedName referredTable) implements ConstraintSelector {

        public ForeignKeyOn {
            columns = List.copyOf(columns);
        }
    }

    /**
     * The check with this expression.
     *
     * @param expression as it was given
     */
    record CheckOf(SqlText expression) implements ConstraintSelector {}

    /**
     * @param name a constraint's name
     * @return the selector by name alone
     */
    static ConstraintSelector named(String name) {
        return new Named(new Identifier(name), null);
    }
}
