// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts MySQL's SQL into tokens, in the default modes: a backslash escapes, double quotes enclose strings. Comments and
 * blanks are skipped. Whatever cannot be read is a symbol; nothing is refused.
 */
public final class Lexer {

    private static final List<String> SYMBOLS =
            List.of("<=>", "->>", "->", "<>", "!=", "<=", ">=", "||", "&&", "<<", ">>", ":=");

    private final String sql;
    private int at;

    private Lexer(String sql) {
        this.sql = sql;
    }

    /**
     * @param sql any text
     * @return its tokens
     */
    public static List<Token> read(String sql) {
        Lexer lexer = new Lexer(sql);
        List<Token> tokens = new ArrayList<>();
        while (lexer.skipBlanks()) {
            tokens.add(lexer.next());
        }
        return tokens;
    }

    /** False at the end. */
    private boolean skipBlanks() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '#' || isDashComment()) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end + 1;
            } else if (sql.startsWith("/*", at) && !sql.startsWith("/*!", at)) {
                int end = sql.indexOf("*/", at + 2);
                at = end < 0 ? sql.length() : end + 2;
            } else {
                return true;
            }
        }
        return false;
    }

    /** Two dashes begin a comment only before a blank. */
    private boolean isDashComment() {
        return sql.startsWith("--", at) && (at + 2 == sql.length() || sql.charAt(at + 2) <= ' ');
    }

    private Token next() {
        int start = at;
        char c = sql.charAt(at);
        if (c == '`') {
            return token(Token.Kind.NAME, start, quoted('`', false));
        }
        if (c == '\'' || c == '"') {
            return token(Token.Kind.STRING, start, quoted(c, true));
        }
        if ((c == 'x' || c == 'X' || c == 'b' || c == 'B') && at + 1 < sql.length() && sql.charAt(at + 1) == '\'') {
            at++;
            quoted('\'', false);
            return token(Token.Kind.BYTES, start, null);
        }
        if (isDigit(c) || (c == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1)))) {
            return number(start);
        }
        if (isWord(c)) {
            while (at < sql.length() && isWord(sql.charAt(at))) {
                at++;
            }
            return token(Token.Kind.WORD, start, null);
        }
        for (String symbol : SYMBOLS) {
            if (sql.startsWith(symbol, at)) {
                at += symbol.length();
                return token(Token.Kind.SYMBOL, start, null);
            }
        }
        at++;
        return token(Token.Kind.SYMBOL, start, null);
    }

    private Token token(Token.Kind kind, int start, @org.jspecify.annotations.Nullable String value) {
        String text = sql.substring(start, at);
        return new Token(kind, text, value == null ? text : value, start, at);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '@' || c >= 0x80;
    }

    private Token number(int start) {
        if (sql.startsWith("0x", at) && at + 2 < sql.length() && Character.digit(sql.charAt(at + 2), 16) >= 0) {
            at += 2;
            while (at < sql.length() && Character.digit(sql.charAt(at), 16) >= 0) {
                at++;
            }
            return token(Token.Kind.BYTES, start, null);
        }
        while (at < sql.length() && (isDigit(sql.charAt(at)) || sql.charAt(at) == '.')) {
            at++;
        }
        if (at < sql.length() && (sql.charAt(at) == 'e' || sql.charAt(at) == 'E')) {
            int digits = at + 1;
            if (digits < sql.length() && (sql.charAt(digits) == '-' || sql.charAt(digits) == '+')) {
                digits++;
            }
            if (digits < sql.length() && isDigit(sql.charAt(digits))) {
                at = digits;
                while (at < sql.length() && isDigit(sql.charAt(at))) {
                    at++;
                }
            }
        }
        return token(Token.Kind.NUMBER, start, null);
    }

    private String quoted(char quote, boolean escapes) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == quote) {
                if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                    at++;
                } else {
                    at++;
                    return value.toString();
                }
            } else if (escapes && c == '\\' && at + 1 < sql.length()) {
                at++;
                c = unescaped(sql.charAt(at));
            }
            value.append(c);
            at++;
        }
        return value.toString();
    }

    /**
     * @param c the character behind a backslash
     * @return the character that both stand for
     */
    static char unescaped(char c) {
        return switch (c) {
            case '0' -> '\0';
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'Z' -> '\u001a';
            default -> c;
        };
    }

    /**
     * Takes one level of backslashes away, as the information schema of MySQL adds one to expressions.
     *
     * @param text a text with a backslash before quotes, backslashes and line feeds
     * @return the text behind it
     */
    public static String withoutBackslashes(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = unescaped(text.charAt(i));
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
