// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

import java.util.ArrayList;
import java.util.List;

/** Breaks texts into lines of a width. What does not fit into the last line ends in an ellipsis. */
final class TextLines {

    private static final String ELLIPSIS = "…";

    private final double size;
    private final double width;

    /**
     * @param size  of the font, in pixels
     * @param width of a line, in pixels
     */
    TextLines(double size, double width) {
        this.size = size;
        this.width = width;
    }

    /** At most so many lines; none for a blank text. */
    List<String> wrap(String text, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            if (fits(rest)) {
                lines.add(rest);
                return lines;
            }
            if (lines.size() == most - 1) {
                lines.add(shorten(rest));
                return lines;
            }
            int end = end(rest);
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    /** The text, or its beginning and an ellipsis. */
    String shorten(String text) {
        if (fits(text)) {
            return text;
        }
        int end = fitting(text, TextWidth.of(ELLIPSIS, size));
        return text.substring(0, end).strip() + ELLIPSIS;
    }

    private boolean fits(String text) {
        return TextWidth.of(text, size) <= width;
    }

    /** Behind the last word that fits; a word that is longer than a line is broken. */
    private int end(String text) {
        int most = fitting(text, 0);
        int space = text.lastIndexOf(' ', most);
        return space > 0 ? space : most;
    }

    /** How many letters fit, at least one, if something of a width follows them. */
    private int fitting(String text, double follows) {
        double left = width - follows;
        int end = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            left -= TextWidth.of(text.substring(end, next), size);
            if (left < 0 && end > 0) {
                return end;
            }
            end = next;
        }
        return end;
    }
}
