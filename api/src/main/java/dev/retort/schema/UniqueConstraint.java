// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint.
 *
 * @param name          its name, or null
 * @param columns       at least one, in order, none twice
 * @param deferrability when it is checked
 * @param options       what only one dialect knows
 */
public record UniqueConstraint(
        @Nullable Identifier name, List<Identifier> columns, Deferrability deferrability, Options options)
        implements TableConstraint {

    public UniqueConstraint {
        columns = ColumnLists.distinct("unique constraint", columns);
    }

    /**
     * @param name    its name, or null
     * @param columns column names
     * @return the constraint
     */
    public static UniqueConstraint of(@Nullable String name, String... columns) {
        return new UniqueConstraint(
                name == null ? null : new Identifier(name),
                Identifier.listOf(columns),
                Deferrability.NOT_DEFERRABLE,
                Options.NONE);
    }

    @Override
    public ConstraintKind kind() {
        return ConstraintKind.UNIQUE;
    }

    @Override
    public UniqueConstraint withName(@Nullable Identifier value) {
        return new UniqueConstraint(value, columns, deferrability, options);
    }
}
