// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

/** SQL text that cannot be read as SQLite would read it; says what was found, where, and what was expected. */
public final class SqliteTextException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    SqliteTextException(String text, int offset, String found, String expected) {
        super("line " + line(text, offset) + ", column " + column(text, offset) + ": expected " + expected
                + ", but found " + found);
        this.offset = offset;
    }

    /** Where reading stopped, counted in {@code char}s from 0. */
    public int offset() {
        return offset;
    }

    private static long line(String text, int offset) {
        return 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private static int column(String text, int offset) {
        return offset - text.lastIndexOf('\n', offset - 1);
    }
}
