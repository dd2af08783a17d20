// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

/**
 * One token of SQL text and its place.
 *
 * @param kind the lexical class
 * @param start offset of its first character, counted in {@code char}s from 0
 * @param end offset after its last character
 * @param text the characters as written
 */
public record Token(TokenKind kind, int start, int end, String text) {

    /** Whether this is the bare word {@code keyword}, in whatever case. */
    public boolean is(String keyword) {
        return kind == TokenKind.WORD && SqliteName.same(text, keyword);
    }

    /** Whether this is the operator or punctuation {@code operator}. */
    public boolean isOperator(String operator) {
        return kind == TokenKind.OPERATOR && text.equals(operator);
    }

    /** Whether this is the name {@code name}, bare or in any of SQLite's quotes, compared as SQLite compares names. */
    public boolean names(String name) {
        return (kind == TokenKind.WORD || kind == TokenKind.STRING || kind.isQuotedName())
                && SqliteName.same(name(), name);
    }

    /** The name this token stands for: its text without quotes, doubled quotes undone. */
    public String name() {
        return switch (kind) {
            case DOUBLE_QUOTED -> unquoted("\"");
            case BACKTICKED -> unquoted("`");
            case STRING -> unquoted("'");
            case BRACKETED -> text.substring(1, text.length() - 1);
            default -> text;
        };
    }

    private String unquoted(String quote) {
        return text.substring(1, text.length() - 1).replace(quote + quote, quote);
    }
}
