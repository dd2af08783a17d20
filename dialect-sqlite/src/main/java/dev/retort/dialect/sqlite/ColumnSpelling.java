// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.sqlite.text.SqliteLexer;
import dev.retort.dialect.sqlite.text.SqliteName;
import dev.retort.dialect.sqlite.text.Token;
import dev.retort.dialect.sqlite.text.TokenKind;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import java.util.EnumSet;
import java.util.Set;

/**
 * Quotes around a column's name mean nothing where the name needs none, but SQLite adds them when a column is renamed. The
 * canonical form of an expression has none. Only names of columns count: any other word in double quotes is a string.
 */
final class ColumnSpelling {

    private static final Set<TokenKind> QUOTED =
            EnumSet.of(TokenKind.DOUBLE_QUOTED, TokenKind.BRACKETED, TokenKind.BACKTICKED);

    /** Bare, these are truth values. */
    private static final Set<String> VALUES = Set.of("true", "false");

    private final Table table;

    ColumnSpelling(Table table) {
        this.table = table;
    }

    SqlText canonical(SqlText expression) {
        String sql = SqlWriter.verbatim(expression);
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (Token token : SqliteLexer.tokens(sql)) {
            if (QUOTED.contains(token.kind()) && needsNoQuotes(token.name())) {
                result.append(sql, done, token.start()).append(token.name());
                done = token.end();
            }
        }
        return done == 0
                ? expression
                : SqlText.verbatim(result.append(sql.substring(done)).toString());
    }

    private boolean needsNoQuotes(String name) {
        return table.columns().stream()
                        .anyMatch(column -> SqliteName.same(column.name().value(), name))
                && !VALUES.contains(SqliteName.fold(name))
                && SqliteName.sql(name).equals(name);
    }
}
