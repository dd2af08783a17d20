// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

/**
 * One token of SQL text and its place.
 *
 * @param kind the lexical class
 * @param source the whole text that it stands in
 * @param start offset of its first character, counted in {@code char}s from 0
 * @param end offset after its last character
 */
public record Token(TokenKind kind, String source, int start, int end) {

    /** The characters as written. */
    public String text() {
        return source.substring(start, end);
    }

    /** Whether this is the bare word {@code keyword}, in whatever case. */
    public boolean is(String keyword) {
        return kind == TokenKind.WORD && SqliteName.same(source, start, end, keyword);
    }

    /** Whether this is the operator or punctuation {@code operator}. */
    public boolean isOperator(String operator) {
        return kind == TokenKind.OPERATOR && end - start == operator.length() && source.startsWith(operator, start);
    }

    /** Whether this is the name {@code name}, bare or in any of SQLite's quotes, compared as SQLite compares names. */
    public boolean names(String name) {
        return kind == TokenKind.WORD
                ? SqliteName.same(source, start, end, name)
                : (kind == TokenKind.STRING || kind.isQuotedName()) && SqliteName.same(name(), name);
    }

    /** The name this token stands for: its text without quotes, doubled quotes undone. */
    public String name() {
        return switch (kind) {
            case DOUBLE_QUOTED -> unquoted("\"");
            case BACKTICKED -> unquoted("`");
            case STRING -> unquoted("'");
            case BRACKETED -> source.substring(start + 1, end - 1);
            default -> text();
        };
    }

    private String unquoted(String quote) {
        return source.substring(start + 1, end - 1).replace(quote + quote, quote);
    }
}
