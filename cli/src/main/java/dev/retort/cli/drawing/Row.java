// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

import java.util.Arrays;

/**
 * One row of a drawing. Lanes stand at even places; the places between them have nothing but horizontal lines. A lane that a
 * horizontal line crosses is not joined to it.
 */
final class Row {

    static final int UP = 1;
    static final int DOWN = 2;
    static final int LEFT = 4;
    static final int RIGHT = 8;
    static final int DASHED = 16;
    static final int CROSSED = 32;
    static final int REVISION = 64;
    static final int CURRENT = 128;
    static final int CUT = 256;

    private int[] cells;
    private int[] colours;

    Row(int columns) {
        cells = new int[2 * Math.max(columns, 1) - 1];
        colours = new int[cells.length];
    }

    /** All lanes, going straight down. */
    static Row straight(Lanes lanes) {
        Row row = new Row(lanes.width());
        for (int column = 0; column < lanes.width(); column++) {
            Lane lane = lanes.at(column);
            if (lane != null) {
                row.lane(column, UP | DOWN, lane);
            }
        }
        return row;
    }

    /** Puts a piece of a lane, in place of what was there. */
    void lane(int column, int directions, Lane lane) {
        set(column, directions | (lane.dashed() ? DASHED : 0), lane.colour());
    }

    /** Puts a mark, in place of what was there. */
    void set(int column, int cell, int colour) {
        grow(2 * column + 1);
        cells[2 * column] = cell;
        colours[2 * column] = colour;
    }

    /** Joins two columns by a horizontal line; lanes between them are crossed. A solid line covers a dashed one. */
    void join(int from, int to, boolean dashed, int colour) {
        int left = 2 * Math.min(from, to);
        int right = 2 * Math.max(from, to);
        grow(right + 1);
        cells[left] |= RIGHT;
        cells[right] |= LEFT;
        for (int x = left + 1; x < right; x++) {
            boolean lane = (cells[x] & (UP | DOWN)) != 0;
            boolean ends = (cells[x] & (LEFT | RIGHT)) != 0;
            if (lane && !ends) {
                cells[x] |= CROSSED;
            } else if (lane) {
                cells[x] |= LEFT | RIGHT;
            } else {
                boolean covered = (cells[x] & LEFT) != 0 && (!isDashed(x) || dashed);
                if (!covered) {
                    cells[x] = LEFT | RIGHT | (dashed ? DASHED : 0);
                    colours[x] = colour;
                }
            }
        }
    }

    /** Whether a column has a piece of a lane that tells solid from dashed. */
    boolean tells(int column) {
        int cell = 2 * column < cells.length ? cells[2 * column] : 0;
        return (cell & UP) != 0 && (cell & DOWN) != 0 && (cell & (LEFT | RIGHT)) == 0;
    }

    int width() {
        int width = cells.length;
        while (width > 0 && cells[width - 1] == 0) {
            width--;
        }
        return width;
    }

    int cell(int x) {
        return cells[x];
    }

    int colour(int x) {
        return colours[x];
    }

    private boolean isDashed(int x) {
        return (cells[x] & DASHED) != 0;
    }

    private void grow(int length) {
        if (cells.length < length) {
            cells = Arrays.copyOf(cells, length);
            colours = Arrays.copyOf(colours, length);
        }
    }
}
