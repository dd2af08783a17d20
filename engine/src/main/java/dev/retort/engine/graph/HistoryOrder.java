// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Puts revisions newest first, by Alembic's rule, so that a plan or a history reads the same in both.
 *
 * <p>Open revisions stand in a list, at first the topmost ones in load order, with a cursor on the first. If another
 * open revision is based on the one at the cursor, the cursor moves to the first such. Else the one at the cursor is put
 * out, and what it is based on takes its place (the first here, the rest at the end); if that is nothing new, the cursor
 * moves back by one.
 */
final class HistoryOrder {

    private final Topology topology;
    private final NormalizedDown normalized;
    private final int[] pending;
    private final int[] visited;
    private int visit;

    HistoryOrder(Topology topology) {
        this.topology = topology;
        this.normalized = new NormalizedDown(topology);
        this.pending = new int[topology.size()];
        this.visited = new int[topology.size()];
    }

    int[] newestFirst(BitSet set) {
        BitSet left = hull(set);
        OpenList open = new OpenList();
        left.stream().forEach(revision -> {
            pending[revision] = (int)
                    Arrays.stream(topology.followers()[revision]).filter(left::get).count();
            if (pending[revision] == 0) {
                open.add(revision);
            }
        });
        int[] result = new int[set.cardinality()];
        int filled = 0;
        int cursor = 0;
        while (!open.isEmpty()) {
            int revision = open.at(cursor);
            if (pending[revision] > 0) {
                cursor = firstAbove(revision, left, open);
                continue;
            }
            if (set.get(revision)) {
                result[filled++] = revision;
            }
            left.clear(revision);
            for (int below : topology.bases()[revision]) {
                pending[below]--;
            }
            cursor = replace(revision, cursor, left, open);
        }
        return result;
    }

    /** The set and everything between its members: without that, a way that leads out and in again would be missed. */
    private BitSet hull(BitSet set) {
        BitSet hull = Topology.reach(set, topology.down(Relation.FULL));
        hull.and(Topology.reach(set, topology.up(Relation.FULL)));
        return hull;
    }

    private int replace(int revision, int cursor, BitSet left, OpenList open) {
        boolean placed = false;
        for (int below : normalized.of(revision)) {
            if (left.get(below) && !open.contains(below)) {
                if (placed) {
                    open.add(below);
                } else {
                    open.set(cursor, below);
                    placed = true;
                }
            }
        }
        if (placed) {
            return cursor;
        }
        open.remove(cursor);
        return Math.max(cursor - 1, 0);
    }

    /** The place of the first open revision that is based on this one. */
    private int firstAbove(int revision, BitSet left, OpenList open) {
        visit++;
        IntStack todo = new IntStack();
        todo.push(revision);
        while (!todo.isEmpty()) {
            for (int above : topology.followers()[todo.pop()]) {
                if (left.get(above) && visited[above] != visit) {
                    visited[above] = visit;
                    todo.push(above);
                }
            }
        }
        return open.first(candidate -> visited[candidate] == visit);
    }
}
