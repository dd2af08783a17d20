// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.ArrayList;
import java.util.List;

/** Walks through tokens. */
final class Cursor {

    /** A text that has a form which is not known here. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unknown(Token at) {
            super("unknown form at '" + at.text() + "'", null, false, false);
        }
    }

    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : Token.END;
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    boolean isAtEnd() {
        return at >= tokens.size();
    }

    /** Whether these words come next. */
    boolean sees(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Takes these words if they come next. */
    boolean takes(String... words) {
        boolean seen = sees(words);
        if (seen) {
            at += words.length;
        }
        return seen;
    }

    void expect(String word) {
        if (!takes(word)) {
            throw new Unknown(peek());
        }
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    List<Token> from(int position) {
        return tokens.subList(position, at);
    }

    /** Tokens up to the bracket that closes the one before; that bracket is taken, but not given. */
    List<Token> balanced() {
        List<Token> inner = new ArrayList<>();
        int depth = 1;
        while (!isAtEnd()) {
            Token token = next();
            if (token.is("(") || token.is("[")) {
                depth++;
            } else if (token.is(")") || token.is("]")) {
                depth--;
            }
            if (depth == 0) {
                return inner;
            }
            inner.add(token);
        }
        throw new Unknown(peek());
    }

    /** Tokens in one line with one spelling. */
    static String joined(List<Token> tokens) {
        StringBuilder sql = new StringBuilder();
        Token before = Token.END;
        for (Token token : tokens) {
            boolean tight = before == Token.END
                    || before.is("(")
                    || before.is("[")
                    || before.is(".")
                    || before.is("::")
                    || token.is(")")
                    || token.is("]")
                    || token.is("[")
                    || token.is(",")
                    || token.is(".")
                    || token.is("::")
                    || (token.is("(") && before.isName() && !Names.isReserved(before.value()));
            sql.append(tight ? "" : " ").append(spelled(token));
            before = token;
        }
        return sql.toString();
    }

    private static String spelled(Token token) {
        return switch (token.kind()) {
            case WORD ->
                Names.isReserved(token.value()) ? token.value().toUpperCase(java.util.Locale.ROOT) : token.value();
            case QUOTED_NAME -> Names.quoted(token.value());
            case STRING -> "'" + token.value().replace("'", "''") + "'";
            default -> token.text();
        };
    }
}
