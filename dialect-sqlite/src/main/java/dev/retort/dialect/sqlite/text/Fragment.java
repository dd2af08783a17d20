// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

/**
 * A stretch of SQL text and its place.
 *
 * @param whole the text that it is a stretch of
 * @param start offset of its first character in the whole text, counted in {@code char}s from 0
 * @param end offset after its last character
 */
public record Fragment(String whole, int start, int end) {

    /** The characters as written. */
    public String text() {
        return whole.substring(start, end);
    }
}
