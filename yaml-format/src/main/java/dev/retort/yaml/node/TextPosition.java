// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.node;

import dev.retort.diagnostic.SourceLocation;

/**
 * A position in a text.
 *
 * @param line   counted from 1
 * @param column counted from 1, in code points
 */
record TextPosition(int line, int column) {

    /**
     * @param text      a text
     * @param codePoint index in it, counted in code points from 0
     * @return the line and column there
     */
    static TextPosition of(String text, int codePoint) {
        int line = 1;
        int column = 1;
        int index = 0;
        for (int passed = 0; passed < codePoint && index < text.length(); passed++) {
            int c = text.codePointAt(index);
            index += Character.charCount(c);
            column = c == '\n' ? 1 : column + 1;
            line += c == '\n' ? 1 : 0;
        }
        return new TextPosition(line, column);
    }

    SourceLocation in(String display) {
        return new SourceLocation(display, line, column);
    }
}
