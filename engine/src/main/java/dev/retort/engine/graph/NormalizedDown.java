// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Drops the dependencies of a revision that one of its line ancestors lists too: they are there already, and an order
 * or a picture need not show them again.
 */
final class NormalizedDown {

    private final Topology topology;
    private final int[] height;
    private final int[] dependents;

    NormalizedDown(Topology topology) {
        this.topology = topology;
        this.height = Heights.of(topology);
        this.dependents = new int[topology.size()];
        for (int[] targets : topology.dependencies()) {
            for (int target : targets) {
                dependents[target]++;
            }
        }
    }

    /** Parents, then the dependencies that remain. */
    int[] of(int revision) {
        boolean shared = false;
        for (int target : topology.dependencies()[revision]) {
            shared |= dependents[target] > 1;
        }
        if (!shared) {
            return topology.bases()[revision];
        }
        int[] parents = topology.parents()[revision];
        return Arrays.stream(topology.bases()[revision])
                .filter(target -> contains(parents, target) || !listedBelow(revision, target))
                .toArray();
    }

    /** Walks the line ancestors, no deeper than the target: what lists it lies above it. */
    private boolean listedBelow(int revision, int target) {
        BitSet seen = new BitSet();
        IntStack todo = new IntStack();
        todo.push(revision);
        while (!todo.isEmpty()) {
            for (int parent : topology.parents()[todo.pop()]) {
                if (height[parent] <= height[target] || seen.get(parent)) {
                    continue;
                }
                if (contains(topology.dependencies()[parent], target)) {
                    return true;
                }
                seen.set(parent);
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
