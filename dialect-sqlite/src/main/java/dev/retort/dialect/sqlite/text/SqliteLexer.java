// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.Arrays;
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

    private static final int LONGEST_LOOK_AHEAD = 2;

    private final String text;

    /** Where in the text the first of the characters stands. */
    private final int offset;

    /** The characters to read, and NULs behind them for who looks ahead. */
    private final char[] characters;

    private final int end;
    private int at;
    private boolean comments;

    SqliteLexer(String text) {
        this(text, 0, text.length());
    }

    private SqliteLexer(String text, int start, int end) {
        this.text = text;
        this.offset = start;
        this.end = end - start;
        this.characters = new char[this.end + LONGEST_LOOK_AHEAD + 1];
        text.getChars(start, end, characters, 0);
    }

    /** All tokens of the text in order, comments and whitespace included. */
    public static List<Token> tokens(String text) {
        return list(new SqliteLexer(text).read(true));
    }

    /** The tokens that mean something: all but comments and whitespace. */
    public static List<Token> significant(String text) {
        return list(new SqliteLexer(text).significant());
    }

    /** The tokens of the fragment that mean something, placed in the whole text. */
    static List<Token> significant(Fragment fragment) {
        return list(new SqliteLexer(fragment.whole(), fragment.start(), fragment.end()).read(false));
    }

    /** The tokens that mean something, to be read once. */
    Token[] significant() {
        return read(false);
    }

    /** Whether there was a comment in what has been read. */
    boolean hasComments() {
        return comments;
    }

    private static List<Token> list(Token[] tokens) {
        return Collections.unmodifiableList(Arrays.asList(tokens));
    }

    private Token[] read(boolean trivia) {
        Token[] tokens = new Token[(end - at) / CHARACTERS_PER_TOKEN + 1];
        int count = 0;
        while (at < end) {
            int start = at;
            TokenKind kind = next();
            comments |= kind.isComment();
            if (trivia || !kind.isTrivia()) {
                if (count == tokens.length) {
                    tokens = Arrays.copyOf(tokens, 2 * count);
                }
                tokens[count++] = new Token(kind, text, offset + start, offset + at);
            }
        }
        return count == tokens.length ? tokens : Arrays.copyOf(tokens, count);
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
            if (characters[at] == quote) {
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
                while (last < end && !isSpace(characters[last]) && characters[last] != ')') {
                    last++;
                }
                if (last >= end || characters[last] != ')') {
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
        while (last < end && isHex(characters[last])) {
            last++;
        }
        boolean closed = last < end && characters[last] == '\'';
        boolean even = (last - at) % 2 == 0;
        while (last < end && characters[last] != '\'') {
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
        while (isNameCharacter(characters[last])) {
            last++;
        }
        at = last;
    }

    /** The place of a mark from a place on, or -1 where there is none before the end. */
    private int find(String mark, int from) {
        int found = text.indexOf(mark, offset + from) - offset;
        return found >= 0 && found + mark.length() <= end ? found : -1;
    }

    private char peek(int ahead) {
        return characters[at + ahead];
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
