// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The primary key of a table.
 *
 * @param name          its name, or null
 * @param columns       at least one, in order, none twice
 * @param deferrability when it is checked
 * @param options       what only one dialect knows
 */
public record PrimaryKey(
        @Nullable Identifier name, List<Identifier> columns, Deferrability deferrability, Options options)
        implements TableConstraint {

    public PrimaryKey {
        columns = ColumnLists.distinct("primary key", columns);
    }

    /**
     * @param columns column names
     * @return an unnamed primary key
     */
    public static PrimaryKey of(String... columns) {
        return new PrimaryKey(null, Identifier.listOf(columns), Deferrability.NOT_DEFERRABLE, Options.NONE);
    }

    @Override
    public ConstraintKind kind() {
        return ConstraintKind.PRIMARY_KEY;
    }

    @Override
    public PrimaryKey withName(@Nullable Identifier value) {
        return new PrimaryKey(value, columns, deferrability, options);
    }
}
