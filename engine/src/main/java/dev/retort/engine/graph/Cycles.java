// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.migration.MigrationHeader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Finds the circles of a graph that should have none: one finding for each knot of revisions that reach one another,
 * naming a shortest circle in it, in order. (Alembic misses circles that a head and a base reach, and names every
 * revision above or below the others.)
 */
final class Cycles {

    private final List<MigrationHeader> headers;
    private final Topology topology;

    Cycles(List<MigrationHeader> headers, Topology topology) {
        this.headers = headers;
        this.topology = topology;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        BitSet told = new BitSet();
        for (int[] knot : knots(topology.parents(), topology.children())) {
            Arrays.stream(knot).forEach(told::set);
            findings.add(finding(ErrorCode.CYCLE, circle(knot, topology.parents())));
        }
        for (int[] knot : knots(topology.bases(), topology.followers())) {
            if (Arrays.stream(knot).noneMatch(told::get)) {
                findings.add(finding(ErrorCode.DEPENDENCY_CYCLE, circle(knot, topology.bases())));
            }
        }
        return findings;
    }

    private Finding finding(ErrorCode code, List<Integer> circle) {
        StringBuilder way = new StringBuilder();
        for (int i = 0; i < circle.size(); i++) {
            int here = circle.get(i);
            int next = circle.get((i + 1) % circle.size());
            boolean parent = Arrays.stream(topology.parents()[here]).anyMatch(p -> p == next);
            String verb = parent ? "revises" : "depends on";
            way.append(i == 0 ? "'" + headers.get(here).id() + "' " : ", which ")
                    .append(verb)
                    .append(" '")
                    .append(headers.get(next).id())
                    .append('\'');
        }
        MigrationHeader first = headers.get(circle.get(0));
        return Finding.error(code, "Revisions are in a circle: " + way + ".")
                .about(first.id().value())
                .at(first.location())
                .withHint("Nothing in the circle can run first. Correct one of these files.");
    }

    /** A shortest circle through the first revision of a knot, in the direction of the edges. */
    private static List<Integer> circle(int[] knot, int[][] down) {
        int start = knot[0];
        BitSet inside = new BitSet();
        Arrays.stream(knot).forEach(inside::set);
        int[] from = new int[down.length];
        Arrays.fill(from, -1);
        ArrayDeque<Integer> todo = new ArrayDeque<>(List.of(start));
        while (from[start] < 0) {
            int here = todo.remove();
            for (int below : down[here]) {
                if (inside.get(below) && from[below] < 0) {
                    from[below] = here;
                    todo.add(below);
                }
            }
        }
        List<Integer> circle = new ArrayList<>();
        for (int at = from[start]; at != start; at = from[at]) {
            circle.add(at);
        }
        circle.add(start);
        Collections.reverse(circle);
        return circle;
    }

    /** Strongly connected components of two or more revisions (Kosaraju's two passes, on explicit stacks). */
    private static List<int[]> knots(int[][] down, int[][] up) {
        BitSet left = suspects(down, up);
        if (left.isEmpty()) {
            return List.of();
        }
        int[] finished = finishOrder(down);
        List<int[]> knots = new ArrayList<>();
        for (int i = finished.length - 1; i >= 0; i--) {
            if (left.get(finished[i])) {
                IntStack todo = new IntStack();
                BitSet knot = new BitSet();
                todo.push(finished[i]);
                left.clear(finished[i]);
                while (!todo.isEmpty()) {
                    int here = todo.pop();
                    knot.set(here);
                    for (int above : up[here]) {
                        if (left.get(above)) {
                            left.clear(above);
                            todo.push(above);
                        }
                    }
                }
                if (knot.cardinality() > 1) {
                    knots.add(knot.stream().toArray());
                }
            }
        }
        knots.sort((a, b) -> Integer.compare(a[0], b[0]));
        return knots;
    }

    /** What remains after everything is taken away that nothing remaining is below of: empty in a sound graph. */
    private static BitSet suspects(int[][] down, int[][] up) {
        BitSet left = new BitSet();
        left.set(0, down.length);
        int[] waiting = new int[down.length];
        IntStack ready = new IntStack();
        for (int i = 0; i < down.length; i++) {
            waiting[i] = down[i].length;
            if (waiting[i] == 0) {
                ready.push(i);
            }
        }
        while (!ready.isEmpty()) {
            int here = ready.pop();
            left.clear(here);
            for (int above : up[here]) {
                if (--waiting[above] == 0) {
                    ready.push(above);
                }
            }
        }
        return left;
    }

    private static int[] finishOrder(int[][] down) {
        int[] order = new int[down.length];
        int filled = 0;
        int[] next = new int[down.length];
        BitSet seen = new BitSet();
        IntStack path = new IntStack();
        for (int root = 0; root < down.length; root++) {
            if (seen.get(root)) {
                continue;
            }
            seen.set(root);
            path.push(root);
            while (!path.isEmpty()) {
                int here = path.peek();
                if (next[here] == down[here].length) {
                    order[filled++] = path.pop();
                } else {
                    int below = down[here][next[here]++];
                    if (!seen.get(below)) {
                        seen.set(below);
                        path.push(below);
                    }
                }
            }
        }
        return order;
    }
}
