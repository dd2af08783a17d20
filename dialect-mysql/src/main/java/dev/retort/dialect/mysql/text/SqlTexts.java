// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql.text;

import java.util.List;
import java.util.Optional;

/** The one spelling of expressions, and what can be told from them. */
public final class SqlTexts {

    private SqlTexts() {}

    /**
     * One spelling for every spelling of an expression. Applied again, it changes nothing.
     *
     * @param sql an expression of the user's or of the server's
     * @return its plain spelling; tokens with single blanks between them if it is not understood
     */
    public static String expression(String sql) {
        List<Token> tokens = Lexer.read(sql);
        try {
            Tokens reading = new Tokens(tokens);
            String text = new Expressions(reading, true).expression().sql();
            if (reading.isEnd()) {
                return text;
            }
        } catch (Expressions.NotUnderstood other) {
            return Tokens.plain(tokens);
        }
        return Tokens.plain(tokens);
    }

    /**
     * @param sql an expression in its plain spelling
     * @return the literal that it is, if it is nothing but one
     */
    public static Optional<Token> literal(String sql) {
        List<Token> tokens = Lexer.read(sql);
        if (tokens.size() == 2 && tokens.get(0).isSymbol("-") && tokens.get(1).kind() == Token.Kind.NUMBER) {
            String number = "-" + tokens.get(1).text();
            return Optional.of(new Token(Token.Kind.NUMBER, number, number, 0, number.length()));
        }
        return tokens.size() == 1
                        && (tokens.get(0).kind() == Token.Kind.STRING
                                || tokens.get(0).kind() == Token.Kind.NUMBER
                                || tokens.get(0).kind() == Token.Kind.BYTES)
                ? Optional.of(tokens.get(0))
                : Optional.empty();
    }

    /**
     * @param sql an expression in its plain spelling
     * @param column a column's name
     * @return whether the expression names the column
     */
    public static boolean mentions(String sql, String column) {
        return Lexer.read(sql).stream()
                .anyMatch(token -> (token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.WORD)
                        && token.value().equalsIgnoreCase(column));
    }
}
