// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Draws a history beside the texts of its revisions. Time and output grow with the number of revisions times the number of
 * lines beside each other.
 */
public final class TerminalDrawing {

    private final Weaver weaver;
    private final Alphabet alphabet;
    private final Paint paint;
    private final Consumer<String> lines;

    /** Colours a piece of a drawing. */
    public interface Paint {

        /** No colours. */
        Paint NONE = (colour, text) -> text;

        /**
         * Colours a text.
         *
         * @param colour from 0; lines that meet have different numbers where they can
         * @param text   what to colour
         * @return the text with whatever makes a terminal colour it
         */
        String apply(int colour, String text);
    }

    /**
     * A drawing that has not begun.
     *
     * @param ids      ids of all revisions that it will have
     * @param alphabet its characters
     * @param paint    its colours
     * @param lines    takes each line
     */
    public TerminalDrawing(Set<String> ids, Alphabet alphabet, Paint paint, Consumer<String> lines) {
        this.weaver = new Weaver(Set.copyOf(ids));
        this.alphabet = alphabet;
        this.paint = paint;
        this.lines = lines;
    }

    /**
     * Draws one more revision.
     *
     * @param knot where it belongs; after everything that is based on it
     * @param text lines to stand beside it, the first one on its own row
     * @throws IllegalArgumentException if something that it is based on was drawn already
     */
    public void add(Knot knot, List<String> text) {
        Weaver.Woven woven = weaver.weave(knot);
        woven.before().forEach(row -> line(row, row.width(), ""));
        int width = woven.own().width();
        for (Row row : woven.after()) {
            width = text.size() > 1 ? Math.max(width, row.width()) : width;
        }
        line(woven.own(), width, text.isEmpty() ? "" : text.get(0));
        int next = 1;
        for (Row row : woven.after()) {
            line(row, width, next < text.size() ? text.get(next) : "");
            next++;
        }
        for (; next < text.size(); next++) {
            line(weaver.straight(), width, text.get(next));
        }
    }

    private void line(Row row, int width, String text) {
        StringBuilder line = new StringBuilder();
        int end = row.width();
        for (int x = 0; x < end; ) {
            int start = x;
            StringBuilder piece = new StringBuilder();
            while (x < end && (x == start || row.cell(x) == 0 || row.colour(x) == row.colour(start))) {
                piece.append(row.cell(x) == 0 ? ' ' : alphabet.of(row.cell(x)));
                x++;
            }
            line.append(piece.toString().isBlank() ? piece : paint.apply(row.colour(start), piece.toString()));
        }
        if (!text.isEmpty()) {
            line.append(" ".repeat(Math.max(width - end, 0) + 1)).append(text);
        }
        lines.accept(line.toString());
    }
}
