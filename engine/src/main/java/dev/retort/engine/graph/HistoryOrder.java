// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import java.util.BitSet;

/**
 * Puts revisions newest first, by Alembic's rule, so that a plan or a history reads the same in both.
 *
 * <p>Open revisions stand in a list, at first the topmost ones in load order, with a cursor on the first. If another
 * open revision is based on the one at the cursor, the cursor moves to the first such. Else the one at the cursor is put
 * out, and what it is based on takes its place (the first here, the rest at the end); if that is nothing new, the cursor
 * moves back by one.
 *
 * <p>"The first such" can need a look at everything above. In a graph where that happens all the time the sum of it would
 * grow with the square of the size, so there is a bound: past it, a revision that must wait leaves the list and comes back
 * when the last one above it is out. That is still a right order that depends on load order alone.
 */
final class HistoryOrder {

    /** Looks at revisions, in one sort: some tens of milliseconds. Alembic's own tests need a few hundred. */
    private static final int MOST_LOOKS = 2_000_000;

    private final Topology topology;
    private final NormalizedDown normalized;
    private final int[] pending;
    private final int[] visited;
    private int visit;
    private int looks;

    HistoryOrder(Topology topology, NormalizedDown normalized) {
        this.topology = topology;
        this.normalized = normalized;
        this.pending = new int[topology.size()];
        this.visited = new int[topology.size()];
    }

    int[] newestFirst(BitSet set) {
        BitSet left = hull(set);
        OpenList open = new OpenList(topology.size());
        left.stream().forEach(revision -> {
            for (int above : topology.followers()[revision]) {
                pending[revision] += left.get(above) ? 1 : 0;
            }
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
                cursor = looks < MOST_LOOKS ? firstAbove(revision, left, open) : drop(cursor, open);
                continue;
            }
            result[filled++] = revision;
            IntStack released = new IntStack();
            release(revision, set, left, released);
            cursor = replace(revision, cursor, set, left, open);
            while (!released.isEmpty()) {
                int reached = released.pop();
                if (!open.contains(reached)) {
                    open.add(reached);
                }
            }
        }
        return result;
    }

    /** The set and everything between its members: without that, a way that leads out and in again would be missed. */
    private BitSet hull(BitSet set) {
        BitSet hull = Topology.reach(set, topology.down(Relation.FULL));
        hull.and(Topology.reach(set, topology.up(Relation.FULL)));
        return hull;
    }

    /** Puts a revision out; what is only in between goes with it once nothing above is left, and may free members below. */
    private void release(int revision, BitSet set, BitSet left, IntStack released) {
        IntStack todo = new IntStack();
        todo.push(revision);
        while (!todo.isEmpty()) {
            int out = todo.pop();
            left.clear(out);
            for (int below : topology.bases()[out]) {
                pending[below]--;
                if (pending[below] == 0 && left.get(below)) {
                    (set.get(below) ? released : todo).push(below);
                }
            }
        }
    }

    private int replace(int revision, int cursor, BitSet set, BitSet left, OpenList open) {
        boolean placed = false;
        boolean wait = looks >= MOST_LOOKS;
        for (int below : wait ? topology.bases()[revision] : normalized.of(revision)) {
            if (set.get(below) && left.get(below) && !open.contains(below) && (!wait || pending[below] == 0)) {
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
        return drop(cursor, open);
    }

    private static int drop(int cursor, OpenList open) {
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
                looks++;
                if (left.get(above) && visited[above] != visit) {
                    visited[above] = visit;
                    todo.push(above);
                }
            }
        }
        looks += open.size();
        return open.first(candidate -> visited[candidate] == visit);
    }
}
