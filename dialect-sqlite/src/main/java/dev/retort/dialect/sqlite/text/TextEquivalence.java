// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import java.util.Optional;

/**
 * Compares SQL texts by their tokens: spacing, comments, the case of bare words, the quoting style of names and a
 * semicolon at the end do not count.
 *
 * <p>Two quoted names must agree in case, for SQLite shows them as they were written.
 */
public final class TextEquivalence {

    private TextEquivalence() {}

    /** Whether the texts say the same. */
    public static boolean equivalent(String one, String other) {
        return difference(one, other).isEmpty();
    }

    /** The first place where the texts differ, in words; empty when they say the same. */
    public static Optional<String> difference(String one, String other) {
        List<Token> left = tokens(one);
        List<Token> right = tokens(other);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            if (i >= left.size() || i >= right.size() || !same(left.get(i), right.get(i))) {
                return Optional.of("token " + (i + 1) + ": " + shown(left, i) + " against " + shown(right, i));
            }
        }
        return Optional.empty();
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = SqliteLexer.significant(text);
        int size = tokens.size();
        while (size > 0 && tokens.get(size - 1).isOperator(";")) {
            size--;
        }
        return tokens.subList(0, size);
    }

    private static boolean same(Token one, Token other) {
        if (one.kind() == TokenKind.WORD && other.kind() == TokenKind.WORD) {
            return SqliteName.same(one.text(), other.text());
        }
        if (isName(one) && isName(other)) {
            return one.name().equals(other.name());
        }
        boolean anyCase = one.kind() == TokenKind.NUMBER || one.kind() == TokenKind.BLOB;
        return one.kind() == other.kind()
                && (anyCase
                        ? SqliteName.same(one.text(), other.text())
                        : one.text().equals(other.text()));
    }

    /** A reserved word is never the same as a quoted name of that spelling. */
    private static boolean isName(Token token) {
        return token.kind().isQuotedName() || (token.kind() == TokenKind.WORD && SqliteKeywords.canName(token));
    }

    private static String shown(List<Token> tokens, int index) {
        return index < tokens.size() ? "'" + tokens.get(index).text() + "'" : "the end";
    }
}
