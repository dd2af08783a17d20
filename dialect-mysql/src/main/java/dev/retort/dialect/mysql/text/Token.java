// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql.text;

/**
 * A token of MySQL's SQL.
 *
 * @param kind  what it is
 * @param text  as it is written
 * @param value what a name or string stands for; else the text
 * @param start where it begins
 * @param end   behind its last character
 */
public record Token(Kind kind, String text, String value, int start, int end) {

    /** What a token is. */
    public enum Kind {
        /** Letters without quotes: a keyword or a name. */
        WORD,
        /** A name in backticks. */
        NAME,
        /** A string. */
        STRING,
        /** A number. */
        NUMBER,
        /** Bytes: {@code x'..'}, {@code 0x..}, {@code b'..'}. */
        BYTES,
        /** Anything else. */
        SYMBOL
    }

    /**
     * @param word a keyword
     * @return whether it is this keyword, in any case
     */
    public boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /**
     * @param symbol an operator or a bracket
     * @return whether it is this one
     */
    public boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
