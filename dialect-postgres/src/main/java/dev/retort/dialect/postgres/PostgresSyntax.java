// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.StandardSyntax;

/**
 * PostgreSQL's lexical rules, with {@code standard_conforming_strings} on, as is the default.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>
 */
final class PostgresSyntax extends StandardSyntax {

    @Override
    protected String bytes(String hex) {
        return "'\\x" + hex + "'::bytea";
    }
}
