// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into tokens by PostgreSQL's lexical rules, with {@code standard_conforming_strings} on.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>
 */
final class Lexer {

    private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens of a text; a quotation that does not end goes up to the end. */
    static List<Token> tokens(String text) {
        return read(text).tokens;
    }

    /** A text that is cut, of which it is still known where each token begins. */
    static Lexer read(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            int start = lexer.at;
            int before = lexer.tokens.size();
            lexer.next();
            if (lexer.tokens.size() > before) {
                lexer.starts.add(start);
            }
        }
        return lexer;
    }

    List<Token> tokens() {
        return tokens;
    }

    /** Where a token begins in the text. */
    int start(int token) {
        return starts.get(token);
    }

    /** Where the text goes on behind a token. */
    int end(int token) {
        return starts.get(token) + tokens.get(token).text().length();
    }

    /** Where the semicolons are that end statements: those within {@code BEGIN ATOMIC} and parentheses do not. */
    static List<Integer> ends(String text) {
        Lexer lexer = read(text);
        List<Integer> ends = new ArrayList<>();
        int depth = 0;
        int open = 0;
        for (int i = 0; i < lexer.tokens.size(); i++) {
            Token token = lexer.tokens.get(i);
            boolean atomic = token.is("begin")
                    && i + 1 < lexer.tokens.size()
                    && lexer.tokens.get(i + 1).is("atomic");
            if (atomic || (depth > 0 && token.is("case"))) {
                depth++;
            } else if (depth > 0 && token.is("end")) {
                depth--;
            } else if (token.is("(") || token.is(")")) {
                open = Math.max(0, open + (token.is("(") ? 1 : -1));
            } else if (depth == 0 && open == 0 && token.is(";")) {
                ends.add(lexer.starts.get(i));
            }
        }
        return ends;
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '-' && peek(1) == '-') {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        } else if (c == '/' && peek(1) == '*') {
            comment();
        } else if (c == '\'') {
            string(at, false);
        } else if ((c == 'e' || c == 'E') && peek(1) == '\'') {
            int from = at++;
            string(from, true);
        } else if (c == '"') {
            quotedName();
        } else if (c == '$' && dollarTag() != null) {
            dollarString(String.valueOf(dollarTag()));
        } else if (isNameStart(c)) {
            word();
        } else if (Character.isDigit(c) || (c == '.' && Character.isDigit(peek(1)))) {
            number();
        } else {
            symbol(c);
        }
    }

    /** Comments nest. */
    private void comment() {
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < text.length());
    }

    private void string(int from, boolean escapes) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'' && peek(1) == '\'') {
                value.append('\'');
                at += 2;
            } else if (c == '\'') {
                break;
            } else if (escapes && c == '\\') {
                escape(value);
            } else {
                value.append(c);
                at++;
            }
        }
        at = Math.min(at + 1, text.length());
        tokens.add(new Token(Token.Kind.STRING, text.substring(from, at), value.toString()));
    }

    private void escape(StringBuilder value) {
        char c = peek(1);
        at += 2;
        switch (c) {
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'u' -> {
                int end = Math.min(at + 4, text.length());
                value.append((char) Integer.parseInt(text.substring(at, end), 16));
                at = end;
            }
            default -> value.append(c);
        }
    }

    private void quotedName() {
        int from = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' && peek(1) == '"') {
                at++;
            } else if (c == '"') {
                break;
            }
            value.append(c);
            at++;
        }
        at = Math.min(at + 1, text.length());
        tokens.add(new Token(Token.Kind.QUOTED_NAME, text.substring(from, at), value.toString()));
    }

    private @org.jspecify.annotations.Nullable String dollarTag() {
        int i = at + 1;
        while (i < text.length()
                && (isNameStart(text.charAt(i)) || (i > at + 1 && Character.isDigit(text.charAt(i))))) {
            i++;
        }
        return i < text.length() && text.charAt(i) == '$' ? text.substring(at, i + 1) : null;
    }

    private void dollarString(String tag) {
        int from = at;
        int end = text.indexOf(tag, at + tag.length());
        int close = end < 0 ? text.length() : end;
        String value = text.substring(at + tag.length(), close);
        at = Math.min(close + tag.length(), text.length());
        tokens.add(new Token(Token.Kind.STRING, text.substring(from, at), value));
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c > 127;
    }

    private void word() {
        int from = at;
        while (at < text.length()
                && (isNameStart(text.charAt(at)) || Character.isDigit(text.charAt(at)) || text.charAt(at) == '$')) {
            at++;
        }
        String word = text.substring(from, at);
        tokens.add(new Token(Token.Kind.WORD, word, word.toLowerCase(Locale.ROOT)));
    }

    private void number() {
        int from = at;
        while (Character.isDigit(peek(0)) || (peek(0) == '.' && peek(1) != '.')) {
            at++;
        }
        boolean signed = (peek(1) == '-' || peek(1) == '+') && Character.isDigit(peek(2));
        if ((peek(0) == 'e' || peek(0) == 'E') && (Character.isDigit(peek(1)) || signed)) {
            at += 2;
            while (Character.isDigit(peek(0))) {
                at++;
            }
        }
        String number = text.substring(from, at);
        tokens.add(new Token(Token.Kind.NUMBER, number, number));
    }

    private void symbol(char c) {
        int from = at++;
        if (c == ':' && (peek(0) == ':' || peek(0) == '=')) {
            at++;
        } else if (c == '$') {
            while (Character.isDigit(peek(0))) {
                at++;
            }
        } else if (OPERATORS.indexOf(c) >= 0) {
            while (OPERATORS.indexOf(peek(0)) >= 0
                    && at < text.length()
                    && !text.startsWith("--", at)
                    && !text.startsWith("/*", at)) {
                at++;
            }
            trimSigns(from);
        }
        String symbol = text.substring(from, at);
        tokens.add(new Token(Token.Kind.SYMBOL, symbol, symbol));
    }

    /** An operator ends in + or - only if it has one of the characters that arithmetic has not. */
    private void trimSigns(int from) {
        boolean special = text.substring(from, at).chars().anyMatch(c -> "~!@#%^&|`?".indexOf(c) >= 0);
        while (!special && at - from > 1 && (text.charAt(at - 1) == '+' || text.charAt(at - 1) == '-')) {
            at--;
        }
    }
}
