// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names in expressions that stand for columns, by telling operands from operators: functions, collations,
 * types, aliases and keywords are passed over.
 */
final class ExpressionScanner {

    /** What is told about an expression. */
    interface Sink {

        /** A column is named, perhaps with its table or the table's alias before it. */
        void column(@Nullable Token qualifier, Token column);

        /** A table stands behind IN without parentheses. */
        default void table(Token table) {}

        /** The tokens [from, to) are a query in parentheses. */
        default void subquery(int from, int to) {}
    }

    private static final Set<String> OPERATOR_WORDS = Set.of("like", "glob", "regexp", "match");
    private static final Set<String> ENDS_OPERAND = Set.of("null", "isnull", "notnull");
    private static final Set<String> CLOCK = Set.of("current_date", "current_time", "current_timestamp");

    private final List<Token> tokens;
    private final int to;
    private final Sink sink;
    private int at;
    private boolean operandNext = true;

    private ExpressionScanner(List<Token> tokens, int from, int to, Sink sink) {
        this.tokens = tokens;
        this.at = from;
        this.to = to;
        this.sink = sink;
    }

    /** Scans the tokens [from, to), which must be significant ones. */
    static void scan(List<Token> tokens, int from, int to, Sink sink) {
        ExpressionScanner scanner = new ExpressionScanner(tokens, from, to, sink);
        while (scanner.at < to) {
            scanner.step();
        }
    }

    /** Index of the parenthesis that closes the one at {@code open}, or {@code to} when there is none. */
    static int closing(List<Token> tokens, int open, int to) {
        int depth = 0;
        for (int i = open; i < to; i++) {
            depth += tokens.get(i).isOperator("(") ? 1 : tokens.get(i).isOperator(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return to;
    }

    static boolean beginsQuery(Token token) {
        return token.is("SELECT") || token.is("VALUES") || token.is("WITH");
    }

    static boolean isName(Token token) {
        return token.kind().isQuotedName() || (token.kind() == TokenKind.WORD && SqliteKeywords.canName(token));
    }

    private void step() {
        Token token = tokens.get(at);
        if (token.kind() == TokenKind.OPERATOR) {
            operator(token);
        } else if (isName(token)) {
            name(token);
        } else if (token.kind() == TokenKind.WORD) {
            reserved(token);
        } else {
            at++;
            operandNext = false;
        }
    }

    private void operator(Token token) {
        if (token.isOperator("(") && at + 1 < to && beginsQuery(tokens.get(at + 1))) {
            int close = closing(tokens, at, to);
            sink.subquery(at + 1, close);
            at = close + 1;
            operandNext = false;
            return;
        }
        // A star where an operand belongs is "all columns"; elsewhere it multiplies.
        operandNext = !token.isOperator(")") && !(token.isOperator("*") && operandNext);
        at++;
    }

    private void reserved(Token token) {
        at++;
        if (token.is("AS")) {
            while (at < to && (isName(tokens.get(at)) || tokens.get(at).kind() == TokenKind.STRING)) {
                at++;
            }
            operandNext = false;
        } else if (token.is("COLLATE")) {
            at++;
            operandNext = false;
        } else if (token.is("IN") && at < to && isName(tokens.get(at))) {
            boolean qualified = at + 2 < to && tokens.get(at + 1).isOperator(".");
            at += qualified ? 2 : 0;
            if (!isOperator(at + 1, "(")) {
                sink.table(tokens.get(at));
            }
            at++;
            operandNext = false;
        } else {
            operandNext = !ENDS_OPERAND.contains(SqliteName.fold(token.text()));
        }
    }

    private void name(Token token) {
        boolean word = token.kind() == TokenKind.WORD;
        if (beginsClause(at) || (token.is("BY") && at > 0 && beginsClause(at - 1))) {
            operandNext = token.is("BY");
            at++;
            return;
        }
        if (!operandNext) {
            // Behind an operand a name is an alias, an operator in words, or the END of a CASE.
            operandNext = word && OPERATOR_WORDS.contains(SqliteName.fold(token.text()));
            boolean window = token.is("OVER") && at + 1 < to && isName(tokens.get(at + 1));
            at += window ? 2 : 1;
            return;
        }
        if (isOperator(at + 1, "(")) {
            at++;
            return;
        }
        operandNext = false;
        if (word && CLOCK.contains(SqliteName.fold(token.text()))) {
            at++;
            return;
        }
        Token qualifier = null;
        Token column = token;
        while (isOperator(at + 1, ".") && at + 2 < to) {
            qualifier = column;
            column = tokens.get(at + 2);
            at += 2;
        }
        at++;
        sink.column(qualifier, column);
    }

    /** Whether the token there is the first word of ORDER BY, GROUP BY or PARTITION BY. */
    private boolean beginsClause(int index) {
        Token token = tokens.get(index);
        boolean word = token.is("ORDER") || token.is("GROUP") || token.is("PARTITION");
        return word && index + 1 < to && tokens.get(index + 1).is("BY");
    }

    private boolean isOperator(int index, String operator) {
        return index < to && tokens.get(index).isOperator(operator);
    }
}
