// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which lane runs in which column, between two rows of a drawing. There is at most one lane to each target. */
final class Lanes {

    static final int NONE = -1;

    private final List<@Nullable Lane> columns = new ArrayList<>();
    private final Map<Lane.Target, Integer> found = new HashMap<>();
    private final BitSet used = new BitSet();
    private int colours;

    /** Columns up to the last one with a lane. */
    int width() {
        return used.length();
    }

    @Nullable
    Lane at(int column) {
        return column < columns.size() ? columns.get(column) : null;
    }

    int column(Lane.Target target) {
        return found.getOrDefault(target, NONE);
    }

    /** The leftmost column without a lane. */
    int free() {
        return used.nextClearBit(0);
    }

    /** The column without a lane that is nearest to another one, which does not count; the right one of two. */
    int freeNear(int column) {
        int right = used.nextClearBit(column + 1);
        int left = column == 0 ? NONE : used.previousClearBit(column - 1);
        return left == NONE || right - column <= column - left ? right : left;
    }

    int nextColour() {
        return colours++;
    }

    void put(int column, Lane lane) {
        while (columns.size() <= column) {
            columns.add(null);
        }
        columns.set(column, lane);
        used.set(column);
        found.put(lane.target(), column);
    }

    void end(int column) {
        Lane lane = at(column);
        if (lane != null) {
            columns.set(column, null);
            used.clear(column);
            found.remove(lane.target());
        }
    }
}
