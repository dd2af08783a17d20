// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Drops the dependencies of a revision that one of its line ancestors lists too: they are there already, and an order
 * or a picture need not show them again.
 *
 * <p>Whether an ancestor lists a dependency can need a look at all of them. Where thousands of revisions share their
 * dependencies the sum of it would grow with the square of the size, so there is a bound: past it, in load order,
 * dependencies stay that could have been dropped.
 */
final class NormalizedDown {

    /** Looks at revisions, for one graph: some tens of milliseconds. */
    private static final int MOST_LOOKS = 1_000_000;

    private final Topology topology;
    private final int[] height;
    private final int[] seen;
    private final Map<Integer, int[]> shortened = new HashMap<>();
    private int search;
    private int looks;

    NormalizedDown(Topology topology) {
        this.topology = topology;
        this.height = Heights.of(topology);
        this.seen = new int[topology.size()];
        int[] dependents = new int[topology.size()];
        for (int[] targets : topology.dependencies()) {
            for (int target : targets) {
                dependents[target]++;
            }
        }
        for (int revision = 0; revision < topology.size(); revision++) {
            for (int target : topology.dependencies()[revision]) {
                if (dependents[target] > 1 && looks < MOST_LOOKS) {
                    shorten(revision);
                    break;
                }
            }
        }
    }

    /** Parents, then the dependencies that remain. */
    int[] of(int revision) {
        return shortened.getOrDefault(revision, topology.bases()[revision]);
    }

    private void shorten(int revision) {
        int[] bases = topology.bases()[revision];
        int[] parents = topology.parents()[revision];
        int[] remaining = Arrays.stream(bases)
                .filter(target -> contains(parents, target) || !listedBelow(revision, target))
                .toArray();
        if (remaining.length < bases.length) {
            shortened.put(revision, remaining);
        }
    }

    /** Walks the line ancestors, no deeper than the target: what lists it lies above it. */
    private boolean listedBelow(int revision, int target) {
        search++;
        IntStack todo = new IntStack();
        todo.push(revision);
        while (!todo.isEmpty() && looks < MOST_LOOKS) {
            for (int parent : topology.parents()[todo.pop()]) {
                looks++;
                if (height[parent] <= height[target] || seen[parent] == search) {
                    continue;
                }
                if (contains(topology.dependencies()[parent], target)) {
                    return true;
                }
                seen[parent] = search;
                todo.push(parent);
            }
        }
        return false;
    }

    private static boolean contains(int[] values, int value) {
        for (int candidate : values) {
            if (candidate == value) {
                return true;
            }
        }
        return false;
    }
}
