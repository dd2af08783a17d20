// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.text;

/**
 * One token of an SQL text. Blanks and comments are none.
 *
 * @param kind  what it is
 * @param start where it begins in the text
 * @param end   where it ends, exclusive
 * @param text  its characters as they stand there
 */
public record SqlToken(Kind kind, int start, int end, String text) {

    /** What a token is. */
    public enum Kind {
        /** A keyword or a name without quotes. */
        WORD,
        /** A name in double quotes, backticks or brackets. */
        QUOTED,
        /** A string literal, dollar quotes included. */
        STRING,
        /** A number. */
        NUMBER,
        /** Any other character. */
        SYMBOL
    }

    /** {@return the name that it stands for: a quoted one without its quotes} */
    public String name() {
        if (kind != Kind.QUOTED) {
            return text;
        }
        String inner = text.substring(1, text.length() - 1);
        String close = text.substring(text.length() - 1);
        return inner.replace(close + close, close);
    }

    /**
     * @param word a keyword in upper case
     * @return whether it is this keyword
     */
    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /**
     * @param symbol one character
     * @return whether it is this symbol
     */
    public boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    /** {@return whether it may be a name} */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }
}
