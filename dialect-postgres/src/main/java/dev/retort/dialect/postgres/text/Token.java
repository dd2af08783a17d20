// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

/**
 * One token of a text; comments are none.
 *
 * @param kind  what it is
 * @param text  as it stands there
 * @param value of a word in small letters, of a quoted name and of a string what it stands for; else the text
 */
record Token(Kind kind, String text, String value) {

    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        SYMBOL,
        END
    }

    static final Token END = new Token(Kind.END, "", "");

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && value.equals(word);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }
}
