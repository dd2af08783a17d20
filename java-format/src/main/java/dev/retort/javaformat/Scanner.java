// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

/**
 * Cuts Java source into the few kinds of tokens that an annotation is made of. It reads on demand: a header is found
 * without a look at what comes after it, and without a compiler.
 */
final class Scanner {

    /** What a token is. */
    enum Kind {
        WORD,
        STRING,
        SYMBOL,
        OTHER,
        END
    }

    /** A token; a string's text is its value, without quotes and escapes. */
    record Token(Kind kind, String text, int line, int column) {

        boolean is(String symbol) {
            return kind == Kind.SYMBOL && text.equals(symbol);
        }
    }

    private final String source;
    private int at;
    private int line = 1;
    private int lineStart;

    Scanner(String source) {
        this.source = source;
    }

    Token next() {
        skipBlanksAndComments();
        int column = at - lineStart + 1;
        int row = line;
        if (at >= source.length()) {
            return new Token(Kind.END, "", row, column);
        }
        char c = source.charAt(at);
        if (Character.isJavaIdentifierStart(c)) {
            return new Token(Kind.WORD, word(), row, column);
        }
        if (source.startsWith("\"\"\"", at)) {
            return new Token(Kind.STRING, textBlock(), row, column);
        }
        if (c == '"') {
            return new Token(Kind.STRING, quoted('"'), row, column);
        }
        if (c == '\'') {
            return new Token(Kind.OTHER, quoted('\''), row, column);
        }
        at++;
        boolean symbol = "@(){}=,+.;".indexOf(c) >= 0;
        return new Token(symbol ? Kind.SYMBOL : Kind.OTHER, String.valueOf(c), row, column);
    }

    private String word() {
        int start = at;
        while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
            at++;
        }
        return source.substring(start, at);
    }

    private void skipBlanksAndComments() {
        while (at < source.length()) {
            if (Character.isWhitespace(source.charAt(at))) {
                advance();
            } else if (source.startsWith("//", at)) {
                skipTo("\n", 0);
            } else if (source.startsWith("/*", at)) {
                at += 2;
                skipTo("*/", 2);
            } else {
                return;
            }
        }
    }

    private void skipTo(String end, int behind) {
        int found = source.indexOf(end, at);
        int to = found < 0 ? source.length() : found + behind;
        while (at < to) {
            advance();
        }
    }

    private void advance() {
        if (source.charAt(at) == '\n') {
            line++;
            lineStart = at + 1;
        }
        at++;
    }

    /** Reads to the closing quote, or to the end of the line if there is none. */
    private String quoted(char quote) {
        int start = ++at;
        while (at < source.length() && source.charAt(at) != quote && source.charAt(at) != '\n') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at, source.length());
        String text = source.substring(start, at);
        if (at < source.length() && source.charAt(at) == quote) {
            at++;
        }
        return Escapes.translate(text);
    }

    private String textBlock() {
        int start = at + 3;
        at = start;
        while (at < source.length() && !source.startsWith("\"\"\"", at)) {
            if (source.charAt(at) == '\\' && at + 1 < source.length()) {
                advance();
            }
            advance();
        }
        String text = source.substring(start, Math.min(at, source.length()));
        at = Math.min(at + 3, source.length());
        int firstLine = text.indexOf('\n');
        return Escapes.translate(text.substring(firstLine + 1).stripIndent());
    }
}
