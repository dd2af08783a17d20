// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.sqlite.text.SqliteLexer;
import dev.retort.dialect.sqlite.text.Token;
import dev.retort.dialect.sqlite.text.TokenKind;
import dev.retort.schema.SqlText;
import java.util.List;

/** Outer blanks, parentheses and semicolons of SQL texts, which mean nothing and are left out of canonical forms. */
final class SqlExpressions {

    private SqlExpressions() {}

    /** The expression without blanks and parentheses around it. */
    static SqlText canonical(SqlText expression) {
        return SqlText.verbatim(trimmed(SqlWriter.verbatim(expression)));
    }

    static String trimmed(String expression) {
        String text = expression.strip();
        List<Token> tokens = SqliteLexer.tokens(text);
        while (enclosed(tokens)) {
            text = text.substring(1, text.length() - 1).strip();
            tokens = SqliteLexer.tokens(text);
        }
        return text;
    }

    /** A statement or query without blanks and semicolons at its end. */
    static SqlText statement(SqlText text) {
        String sql = SqlWriter.verbatim(text).strip();
        while (sql.endsWith(";")) {
            sql = sql.substring(0, sql.length() - 1).strip();
        }
        return SqlText.verbatim(sql);
    }

    /** The expression in parentheses, with a line break where a comment at its end would swallow the closing one. */
    static String parenthesized(SqlText expression) {
        return "(" + closed(SqlWriter.verbatim(expression)) + ")";
    }

    static String closed(String sql) {
        List<Token> tokens = SqliteLexer.tokens(sql);
        boolean comment = !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == TokenKind.LINE_COMMENT;
        return comment ? sql + "\n" : sql;
    }

    private static boolean enclosed(List<Token> tokens) {
        int last = tokens.size() - 1;
        if (last < 2 || !tokens.get(0).isOperator("(") || !tokens.get(last).isOperator(")")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < last; i++) {
            Token token = tokens.get(i);
            depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
            // A comma at the first level makes the parentheses part of a row value.
            if (depth == 0 || (depth == 1 && token.isOperator(","))) {
                return false;
            }
        }
        return true;
    }
}
