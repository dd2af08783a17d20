// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

/**
 * A stretch of SQL text and its place.
 *
 * @param start offset of its first character in the whole text, counted in {@code char}s from 0
 * @param end offset after its last character
 * @param text the characters as written
 */
public record Fragment(int start, int end, String text) {

    static Fragment of(String whole, int start, int end) {
        return new Fragment(start, end, whole.substring(start, end));
    }
}
