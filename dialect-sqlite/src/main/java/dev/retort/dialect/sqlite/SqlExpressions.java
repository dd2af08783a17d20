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

    /** A statement or query without blanks, comments and semicolons around it, as SQLite keeps it. */
    static SqlText statement(SqlText text) {
        return SqlText.verbatim(withoutMargins(SqlWriter.verbatim(text)));
    }

    /** An expression at the edge of a statement, where SQLite does not keep the comments around it. */
    static SqlText bare(SqlText expression) {
        return SqlText.verbatim(trimmed(withoutMargins(SqlWriter.verbatim(expression))));
    }

    private static String withoutMargins(String sql) {
        List<Token> tokens = SqliteLexer.significant(sql);
        int size = tokens.size();
        while (size > 0 && tokens.get(size - 1).isOperator(";")) {
            size--;
        }
        return size == 0
                ? ""
                : sql.substring(tokens.get(0).start(), tokens.get(size - 1).end());
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
