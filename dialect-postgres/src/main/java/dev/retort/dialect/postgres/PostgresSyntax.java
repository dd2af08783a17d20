// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.StandardSyntax;
import dev.retort.schema.Literal;

/**
 * PostgreSQL's lexical rules, with {@code standard_conforming_strings} on, as is the default.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>
 */
final class PostgresSyntax extends StandardSyntax {

    /** {@code TIMESTAMP} with an offset would drop the offset without a word. */
    @Override
    public String literal(Literal literal) {
        String sql = super.literal(literal);
        return literal instanceof Literal.TimestampTz ? sql.replaceFirst("TIMESTAMP", "TIMESTAMP WITH TIME ZONE") : sql;
    }

    @Override
    protected String bytes(String hex) {
        return "'\\x" + hex + "'::bytea";
    }
}
