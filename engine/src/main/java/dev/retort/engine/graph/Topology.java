// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The edges of a graph between dense indices (load order). Every array holds distinct indices; edges down are in the
 * order of the file, edges up in load order.
 *
 * @param parents      down by revises
 * @param dependencies down by depends_on, labels resolved
 * @param bases        down by either
 * @param children     up by revises
 * @param followers    up by either
 */
record Topology(int[][] parents, int[][] dependencies, int[][] bases, int[][] children, int[][] followers) {

    static Topology of(int[][] parents, int[][] dependencies) {
        int[][] bases = new int[parents.length][];
        for (int i = 0; i < bases.length; i++) {
            bases[i] = dependencies[i].length == 0
                    ? parents[i]
                    : IntStream.concat(Arrays.stream(parents[i]), Arrays.stream(dependencies[i]))
                            .distinct()
                            .toArray();
        }
        return new Topology(parents, dependencies, bases, reversed(parents), reversed(bases));
    }

    int size() {
        return parents.length;
    }

    int[][] down(Relation relation) {
        return relation == Relation.LINE ? parents : bases;
    }

    int[][] up(Relation relation) {
        return relation == Relation.LINE ? children : followers;
    }

    /** Everything that can be reached from the starts, themselves included. */
    static BitSet reach(BitSet starts, int[][] edges) {
        BitSet seen = (BitSet) starts.clone();
        IntStack todo = new IntStack();
        starts.stream().forEach(todo::push);
        while (!todo.isEmpty()) {
            for (int next : edges[todo.pop()]) {
                if (!seen.get(next)) {
                    seen.set(next);
                    todo.push(next);
                }
            }
        }
        return seen;
    }

    private static int[][] reversed(int[][] edges) {
        int[] degree = new int[edges.length];
        for (int[] targets : edges) {
            for (int target : targets) {
                degree[target]++;
            }
        }
        int[][] result = new int[edges.length][];
        for (int i = 0; i < result.length; i++) {
            result[i] = new int[degree[i]];
        }
        int[] filled = new int[edges.length];
        for (int i = 0; i < edges.length; i++) {
            for (int target : edges[i]) {
                result[target][filled[target]++] = i;
            }
        }
        return result;
    }
}
