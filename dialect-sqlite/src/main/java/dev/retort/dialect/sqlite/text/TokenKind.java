// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

/** The lexical classes of SQLite's SQL, as its tokenizer tells them apart. */
public enum TokenKind {
    /** A bare word: a keyword or an unquoted identifier. */
    WORD,
    /** A {@code "double quoted"} name, which SQLite reads as a string where no such column exists. */
    DOUBLE_QUOTED,
    /** A {@code [bracketed]} name. */
    BRACKETED,
    /** A {@code `backtick`} name. */
    BACKTICKED,
    /** A {@code 'single quoted'} string, which SQLite reads as a name where only a name can stand. */
    STRING,
    /** A blob literal: {@code x'0aff'}. */
    BLOB,
    /** A decimal or hexadecimal number, digit separators included. */
    NUMBER,
    /** A bind parameter: {@code ?}, {@code ?1}, {@code :a}, {@code @a}, {@code $a}. */
    VARIABLE,
    /** An operator or a mark of punctuation. */
    OPERATOR,
    /** A comment from {@code --} to the end of its line, without the line break. */
    LINE_COMMENT,
    /** A comment between {@code /*} and its end mark, or the end of the text. */
    BLOCK_COMMENT,
    /** Blanks, line breaks and a byte order mark. */
    WHITESPACE,
    /** Characters that are no token in SQLite, such as an unterminated string. */
    ILLEGAL;

    /** Whether a token of this kind separates others and means nothing itself. */
    public boolean isTrivia() {
        return this == WHITESPACE || isComment();
    }

    /** Whether this is one of the two kinds of comment. */
    public boolean isComment() {
        return this == LINE_COMMENT || this == BLOCK_COMMENT;
    }

    /** Whether a token of this kind is a name in quotes of which SQLite makes no keyword. */
    public boolean isQuotedName() {
        return this == DOUBLE_QUOTED || this == BRACKETED || this == BACKTICKED;
    }
}
