// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something columns come from in a query: a table, a subquery, NEW or OLD.
 *
 * @param name what stands before the dot to mean it, null for a subquery without alias
 * @param isTarget whether it is the renamed table under its own name, so that the qualifier changes with a table rename
 * @param shape its columns
 * @param onlyQualified whether its columns are found only with the name before them, as for NEW and OLD
 */
record RenameSource(@Nullable String name, boolean isTarget, Shape shape, boolean onlyQualified) {

    /**
     * The columns of a source.
     *
     * @param carries whether the renamed column is among them under its old name
     * @param columns all column names in lower case, null when not known
     */
    record Shape(boolean carries, @Nullable Set<String> columns) {

        static final Shape UNKNOWN = new Shape(false, null);

        boolean has(String column) {
            return columns != null && columns.contains(SqliteName.fold(column));
        }

        boolean mayHave(String column) {
            return columns == null || has(column);
        }
    }

    boolean answersTo(Token qualifier) {
        return name != null && qualifier.names(name);
    }
}
