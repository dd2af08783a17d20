// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Cuts SQL text into tokens by the rules of SQLite's tokenizer ({@code tokenize.c}).
 *
 * <p>No character is lost: the texts of all tokens, put together, are the text that was read.
 */
public final class SqliteLexer {

    private static final List<String> OPERATORS = List.of("->>", "->", "||", "<<", "<=", "<>", ">>", ">=", "==", "!=");
    private static final String SECONDS = "><=|";
    private static final String SINGLES = "-(),;+*/=<>|&~%.";

    private static final int CHARACTERS_PER_TOKEN = 4;

    /** Which of the characters of ASCII can be part of a name. */
    private static final boolean[] IN_NAMES = new boolean[0x80];

    static {
        for (char c = 0; c < IN_NAMES.length; c++) {
            IN_NAMES[c] = isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
        }
    }

    private final String text;
    private final int end;
    private int at;

    private SqliteLexer(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /** All tokens of the text in order, comments and whitespace included. */
    public static List<Token> tokens(String text) {
        return new SqliteLexer(text, 0, text.length()).read(true);
    }

    /** The tokens that mean something: all but comments and whitespace. */
    public static List<Token> significant(String text) {
        return new SqliteLexer(text, 0, text.length()).read(false);
    }

    /** The tokens of the fragment that mean something, placed in the whole text. */
    static List<Token> significant(Fragment fragment) {
        return new SqliteLexer(fragment.whole(), fragment.start(), fragment.end()).read(false);
    }

    private List<Token> read(boolean trivia) {
        List<Token> tokens = new ArrayList<>((end - at) / CHARACTERS_PER_TOKEN + 1);
        while (at < end) {
            int start = at;
            TokenKind kind = next();
            if (trivia || !kind.isTrivia()) {
                tokens.add(new Token(kind, text, start, at));
            }
        }
        return Collections.unmodifiableList(tokens);
    }

    private TokenKind next() {
        char c = peek(0);
        if (isSpace(c) && c != '\u000b') {
            while (isSpace(peek(0))) {
                at++;
            }
            return TokenKind.WHITESPACE;
        }
        if (c == '\ufeff') {
            at++;
            return TokenKind.WHITESPACE;
        }
        if (c == '-' && peek(1) == '-') {
            int lineBreak = find("\n", at);
            at = lineBreak < 0 ? end : lineBreak;
            return TokenKind.LINE_COMMENT;
        }
        // SQLite takes "/*" at the very end of the text for two operators.
        if (c == '/' && peek(1) == '*' && at + 2 < end) {
            int mark = find("*/", at + 2);
            at = mark < 0 ? end : mark + 2;
            return TokenKind.BLOCK_COMMENT;
        }
        return switch (c) {
            case '\'' -> quoted('\'', TokenKind.STRING);
            case '"' -> quoted('"', TokenKind.DOUBLE_QUOTED);
            case '`' -> quoted('`', TokenKind.BACKTICKED);
            case '[' -> bracketed();
            case '?' -> positional();
            case ':', '@', '$', '#' -> variable();
            default -> numberWordOrOperator(c);
        };
    }

    private TokenKind numberWordOrOperator(char c) {
        if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            return number();
        }
        if ((c == 'x' || c == 'X') && peek(1) == '\'') {
            return blob();
        }
        if (isNameCharacter(c)) {
            skipName();
            return TokenKind.WORD;
        }
        // Most operators are of one character, which the next one tells.
        if (SECONDS.indexOf(peek(1)) >= 0) {
            for (String operator : OPERATORS) {
                if (operator.charAt(0) == c
                        && peek(1) == operator.charAt(1)
                        && (operator.length() == 2 || peek(2) == operator.charAt(2))) {
                    at += operator.length();
                    return TokenKind.OPERATOR;
                }
            }
        }
        at++;
        return SINGLES.indexOf(c) >= 0 ? TokenKind.OPERATOR : TokenKind.ILLEGAL;
    }

    private TokenKind quoted(char quote, TokenKind kind) {
        for (at++; at < end; at++) {
            if (text.charAt(at) == quote) {
                at++;
                if (peek(0) != quote) {
                    return kind;
                }
            }
        }
        return TokenKind.ILLEGAL;
    }

    private TokenKind bracketed() {
        int bracket = find("]", at);
        at = bracket < 0 ? end : bracket + 1;
        return bracket < 0 ? TokenKind.ILLEGAL : TokenKind.BRACKETED;
    }

    private TokenKind positional() {
        at++;
        while (isDigit(peek(0))) {
            at++;
        }
        return TokenKind.VARIABLE;
    }

    /** A named parameter; Tcl's {@code ::} and {@code (suffix)} belong to its name. */
    private TokenKind variable() {
        int letters = 0;
        for (at++; at < end; at++) {
            char c = peek(0);
            if (isNameCharacter(c)) {
                letters++;
            } else if (c == '(' && letters > 0) {
                int last = at + 1;
                while (last < end && !isSpace(text.charAt(last)) && text.charAt(last) != ')') {
                    last++;
                }
                if (last >= end || text.charAt(last) != ')') {
                    return TokenKind.ILLEGAL;
                }
                at = last + 1;
                break;
            } else if (c == ':' && peek(1) == ':') {
                at++;
            } else {
                break;
            }
        }
        return letters > 0 ? TokenKind.VARIABLE : TokenKind.ILLEGAL;
    }

    private TokenKind blob() {
        int last = at + 2;
        while (last < end && isHex(text.charAt(last))) {
            last++;
        }
        boolean closed = last < end && text.charAt(last) == '\'';
        boolean even = (last - at) % 2 == 0;
        while (last < end && text.charAt(last) != '\'') {
            last++;
        }
        at = Math.min(last + 1, end);
        return closed && even ? TokenKind.BLOB : TokenKind.ILLEGAL;
    }

    private TokenKind number() {
        if (peek(0) == '0' && (peek(1) == 'x' || peek(1) == 'X') && isHex(peek(2))) {
            at += 2;
            while (isHex(peek(0)) || peek(0) == '_') {
                at++;
            }
        } else {
            digits();
            if (peek(0) == '.') {
                at++;
                digits();
            }
            boolean signed = peek(1) == '+' || peek(1) == '-';
            if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(signed ? 2 : 1))) {
                at += signed ? 2 : 1;
                digits();
            }
        }
        if (!isNameCharacter(peek(0))) {
            return TokenKind.NUMBER;
        }
        skipName();
        return TokenKind.ILLEGAL;
    }

    private void digits() {
        while (isDigit(peek(0)) || (peek(0) == '_' && isDigit(peek(1)))) {
            at++;
        }
    }

    private void skipName() {
        int last = at;
        while (last < end && isNameCharacter(text.charAt(last))) {
            last++;
        }
        at = last;
    }

    /** The place of a mark from a place on, or -1 where there is none before the end. */
    private int find(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found + mark.length() <= end ? found : -1;
    }

    private char peek(int ahead) {
        return at + ahead < end ? text.charAt(at + ahead) : '\0';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /** Whether SQLite lets the character stand inside an unquoted name. */
    static boolean isNameCharacter(char c) {
        return c >= IN_NAMES.length || IN_NAMES[c];
    }
}
