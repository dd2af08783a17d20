// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.migration.MigrationHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * Which labels cover which revisions. A label covers its revision and all line descendants. Where these form one line
 * to its end (no merge, and nothing with two followers, dependents included), it also covers the line below, down to
 * the fork or merge where that line begins. Revisions with the same labels share one list.
 */
final class LabelCoverage {

    private LabelCoverage() {}

    static List<List<String>> spread(List<MigrationHeader> headers, Topology topology) {
        List<List<String>> covers = new ArrayList<>(Collections.nCopies(topology.size(), List.of()));
        if (headers.stream().allMatch(header -> header.labels().isEmpty())) {
            return covers;
        }
        int[] bottomUp = bottomUp(topology);
        for (int revision : bottomUp) {
            TreeSet<String> labels = new TreeSet<>(headers.get(revision).labels());
            int[] parents = topology.parents()[revision];
            for (int parent : parents) {
                labels.addAll(covers.get(parent));
            }
            boolean asBelow = parents.length > 0
                    && labels.size() == covers.get(parents[0]).size();
            covers.set(revision, asBelow ? covers.get(parents[0]) : List.copyOf(labels));
        }
        for (int tip = 0; tip < topology.size(); tip++) {
            if (topology.children()[tip].length == 0) {
                for (int at = tip; at >= 0 && single(topology, at); at = onlyParent(topology, at)) {
                    covers.set(at, covers.get(tip));
                }
            }
        }
        return covers;
    }

    private static boolean single(Topology topology, int revision) {
        return topology.parents()[revision].length <= 1 && topology.followers()[revision].length <= 1;
    }

    private static int onlyParent(Topology topology, int revision) {
        int[] parents = topology.parents()[revision];
        return parents.length == 0 ? -1 : parents[0];
    }

    private static int[] bottomUp(Topology topology) {
        int[] order = new int[topology.size()];
        int[] waiting = Arrays.stream(topology.parents())
                .mapToInt(parents -> parents.length)
                .toArray();
        int filled = 0;
        for (int i = 0; i < order.length; i++) {
            if (waiting[i] == 0) {
                order[filled++] = i;
            }
        }
        for (int at = 0; at < filled; at++) {
            for (int child : topology.children()[order[at]]) {
                if (--waiting[child] == 0) {
                    order[filled++] = child;
                }
            }
        }
        return order;
    }
}
