// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view.
 *
 * @param name         its name
 * @param columns      names of its columns, or empty for those of the query
 * @param query        the query, without {@code CREATE VIEW ... AS}
 * @param materialized whether its rows are kept
 * @param comment      words about it, or null
 * @param options      what only one dialect knows
 */
public record View(
        QualifiedName name,
        List<Identifier> columns,
        SqlText query,
        boolean materialized,
        @Nullable String comment,
        Options options) {

    public View {
        columns = List.copyOf(columns);
    }

    /**
     * @param name  its name
     * @param query the query, passed as it is
     * @return a plain view
     */
    public static View of(String name, String query) {
        return new View(QualifiedName.of(name), List.of(), SqlText.verbatim(query), false, null, Options.NONE);
    }

    /** @param value new name
     *  @return a copy */
    public View withName(QualifiedName value) {
        return new View(value, columns, query, materialized, comment, options);
    }

    /** @param value new query
     *  @return a copy */
    public View withQuery(SqlText value) {
        return new View(name, columns, value, materialized, comment, options);
    }
}
