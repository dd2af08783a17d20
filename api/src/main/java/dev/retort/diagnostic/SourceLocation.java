// SPDX-License-Identifier: Apache-2.0
package dev.retort.diagnostic;

import java.util.Comparator;

/**
 * A place in a file, printed as {@code file:line:column}.
 *
 * @param file   the file as the user knows it (relative to the project where possible), a class name, or a word such as
 *               {@code command line}; never blank
 * @param line   line, counted from 1; 0 if only the file is known
 * @param column column, counted from 1; 0 if only the line is known
 */
public record SourceLocation(String file, int line, int column) implements Comparable<SourceLocation> {

    private static final Comparator<SourceLocation> ORDER = Comparator.comparing(SourceLocation::file)
            .thenComparingInt(SourceLocation::line)
            .thenComparingInt(SourceLocation::column);

    /** Text given on a command line. */
    public static final SourceLocation COMMAND_LINE = new SourceLocation("command line", 0, 0);

    /** Values made by a program, without a text behind them. */
    public static final SourceLocation NONE = new SourceLocation("(no source)", 0, 0);

    public SourceLocation {
        if (file.isBlank()) {
            throw new IllegalArgumentException("file must not be blank");
        }
        if (line < 0 || column < 0 || (line == 0 && column > 0)) {
            throw new IllegalArgumentException(
                    "line and column must count from 1, but were " + line + " and " + column);
        }
    }

    /**
     * The whole of a file.
     *
     * @param file as in the record
     * @return a location without line and column
     */
    public static SourceLocation ofFile(String file) {
        return new SourceLocation(file, 0, 0);
    }

    @Override
    public int compareTo(SourceLocation other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
