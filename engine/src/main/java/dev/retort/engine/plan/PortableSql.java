// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.dialect.Dialect;
import dev.retort.schema.Schema;

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
}
