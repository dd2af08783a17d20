// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The revisions that a database has, while they come and go one by one. Not safe for use by several threads. */
public final class Applied {

    private final RevisionGraph graph;
    private final int[][] bases;
    private final BitSet applied;
    /** How many applied revisions are directly based on each. */
    private final int[] followers;

    /**
     * @param start what is applied at first; everything that it is based on, too
     */
    public Applied(RevisionSet start) {
        this.graph = start.graph();
        this.bases = graph.topology().bases();
        this.applied = Topology.reach(start.bits(), bases);
        this.followers = new int[graph.size()];
        applied.stream().forEach(revision -> count(revision, 1));
    }

    /**
     * Adds a revision.
     *
     * @param id a revision that is not applied and whose bases are
     * @return those of its bases on which nothing was based until now, in the order of its file
     * @throws IllegalArgumentException if it cannot come now
     */
    public List<RevisionId> add(RevisionId id) {
        int revision = graph.index(id);
        boolean ready = !applied.get(revision);
        for (int base : bases[revision]) {
            ready &= applied.get(base);
        }
        if (!ready) {
            throw new IllegalArgumentException("revision must be next to be applied, but was '" + id + "'");
        }
        List<RevisionId> covered = topmostBases(revision);
        applied.set(revision);
        count(revision, 1);
        return covered;
    }

    /**
     * Takes a revision away.
     *
     * @param id an applied revision on which no applied one is based
     * @return those of its bases on which nothing is based any more, in the order of its file
     * @throws IllegalArgumentException if it cannot go now
     */
    public List<RevisionId> remove(RevisionId id) {
        int revision = graph.index(id);
        if (!applied.get(revision) || followers[revision] > 0) {
            throw new IllegalArgumentException("revision must be the last of its line, but was '" + id + "'");
        }
        applied.clear(revision);
        count(revision, -1);
        return topmostBases(revision);
    }

    private List<RevisionId> topmostBases(int revision) {
        List<RevisionId> found = new ArrayList<>(1);
        for (int base : bases[revision]) {
            if (followers[base] == 0) {
                found.add(graph.idAt(base));
            }
        }
        return found;
    }

    private void count(int revision, int by) {
        for (int base : bases[revision]) {
            followers[base] += by;
        }
    }
}
