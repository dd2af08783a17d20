// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Follows the lines of a drawing, as a reader does who knows nothing but its characters. */
final class DrawingReader {

    private static final String REVISION = "●◉*@";
    private static final String SOLID = "│|";
    private static final String DASHED = "┊:";
    private static final String HORIZONTAL = "─┄-~";
    private static final String JOINT = "├┤┼+";
    private static final String FROM_ABOVE = "╯╰┴'";
    private static final String TO_BELOW = "╮╭┬.";

    private final List<String> rows;
    private final List<Integer> revisions = new ArrayList<>();

    private record Place(int row, int x) {}

    /** @param rows the drawing without texts */
    DrawingReader(List<String> rows) {
        this.rows = rows;
        for (int row = 0; row < rows.size(); row++) {
            long marks =
                    rows.get(row).chars().filter(c -> REVISION.indexOf(c) >= 0).count();
            assertTrue(marks <= 1, rows.get(row));
            if (marks == 1) {
                revisions.add(row);
            }
        }
    }

    int size() {
        return revisions.size();
    }

    /** {@code 0-1} for a line from the first revision down to the second, {@code 0~1} for a dashed one. */
    Set<String> lines() {
        Set<String> lines = new TreeSet<>();
        for (int i = 0; i < revisions.size(); i++) {
            int row = revisions.get(i);
            int x = mark(row);
            Deque<Place> open = new ArrayDeque<>();
            if (continues(row + 1, x)) {
                open.add(new Place(row, x));
            }
            open.addAll(sideways(row, x, 1));
            open.addAll(sideways(row, x, -1));
            for (Place place : open) {
                Set<Boolean> dashed = new HashSet<>();
                Place end = descend(place, dashed);
                assertNotEquals(2, dashed.size(), () -> "a line that changes at " + place + "\n" + this);
                lines.add(i + (dashed.contains(true) ? "~" : "-") + revisions.indexOf(end.row()));
            }
        }
        return lines;
    }

    /** Where the horizontal line beside a revision goes down. */
    private List<Place> sideways(int row, int from, int step) {
        List<Place> exits = new ArrayList<>();
        int x = from + step;
        while (is(HORIZONTAL, row, x)) {
            x += step;
            if (is(JOINT, row, x) || is(TO_BELOW, row, x)) {
                exits.add(new Place(row, x));
            }
            x += step;
        }
        return exits;
    }

    /** Down a lane, by way of the lane that it ends in, to a revision. */
    private Place descend(Place from, Set<Boolean> dashed) {
        int row = from.row();
        int x = from.x();
        noteAbove(dashed, row, x);
        while (true) {
            row++;
            assertTrue(continues(row, x), "a line ends at " + row + ":" + x + "\n" + this);
            note(dashed, row, x);
            if (is(REVISION, row, x)) {
                return new Place(row, x);
            }
            if (is(FROM_ABOVE, row, x)) {
                int mark = mark(row);
                if (mark >= 0) {
                    return new Place(row, mark);
                }
                x -= 2;
                while (!is(JOINT, row, x)) {
                    assertTrue(is(HORIZONTAL, row, x + 1), "a gap at " + row + ":" + x + "\n" + this);
                    x -= 2;
                }
                noteAbove(dashed, row, x);
            }
        }
    }

    /** What the lane was before this line came to it. */
    private void noteAbove(Set<Boolean> dashed, int from, int x) {
        for (int row = from; is(JOINT + SOLID + DASHED, row, x); row--) {
            note(dashed, row, x);
        }
    }

    private void note(Set<Boolean> dashed, int row, int x) {
        if (is(SOLID, row, x) || is(DASHED, row, x)) {
            dashed.add(is(DASHED, row, x));
        }
    }

    /** Whether a piece of a line takes up what comes from above. */
    private boolean continues(int row, int x) {
        return is(REVISION + SOLID + DASHED + JOINT + FROM_ABOVE, row, x);
    }

    private int mark(int row) {
        String text = rows.get(row);
        for (int x = 0; x < text.length(); x++) {
            if (is(REVISION, row, x)) {
                assertEquals(0, x % 2, text);
                return x;
            }
        }
        return -1;
    }

    private boolean is(String characters, int row, int x) {
        if (row < 0 || row >= rows.size() || x < 0 || x >= rows.get(row).length()) {
            return false;
        }
        return characters.indexOf(rows.get(row).charAt(x)) >= 0;
    }

    @Override
    public String toString() {
        return String.join("\n", rows);
    }
}
