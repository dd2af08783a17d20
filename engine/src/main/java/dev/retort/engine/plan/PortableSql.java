// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.dialect.Dialect;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Renders portable SQL. Found through {@link java.util.ServiceLoader}, and only when a migration has such a text, so that
 * the parser behind it costs nothing otherwise.
 */
public interface PortableSql {

    /**
     * The text for a dialect.
     *
     * @param sql     a portable text: a statement or an expression
     * @param dialect whose SQL to write
     * @param schema  what its names refer to
     * @return the same in the dialect's SQL
     * @throws dev.retort.diagnostic.RetortException if the text cannot be parsed, or does not fit the schema
     */
    String render(String sql, Dialect dialect, Schema schema);

    /**
     * The text for a dialect, where it belongs to a table: a check, a default, a generated column, an index's part.
     *
     * @param sql     a portable text
     * @param dialect whose SQL to write
     * @param schema  what names of tables refer to
     * @param table   what plain names of columns refer to, or null if that is not known
     * @return the same in the dialect's SQL
     * @throws dev.retort.diagnostic.RetortException if the text cannot be parsed, or does not fit the schema
     */
    default String render(String sql, Dialect dialect, Schema schema, @Nullable Table table) {
        return render(sql, dialect, schema);
    }
}
