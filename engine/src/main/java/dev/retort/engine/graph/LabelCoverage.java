// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.migration.MigrationHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which labels cover which revisions. A label covers its revision and all line descendants. Where these form one line
 * to its end (no merge, and nothing with two followers, dependents included), it also covers the line below, down to
 * the fork or merge where that line begins.
 *
 * <p>Revisions with the same labels share one cover. Where thousands of labels lie above one another, lists of them all
 * would grow with the square of the graph; so there is a bound, past which a list is made whenever it is asked for.
 */
final class LabelCoverage {

    /** Labels that are looked at to make lists that are kept, for each revision of the graph. */
    private static final int LOOKS_PER_REVISION = 16;

    private static final Cover NONE = new Cover(List.of(), List.of(), List.of());

    /** The last list that was made: a history asks for the same one many times in a row. */
    private record Made(Cover cover, List<String> labels) {}

    private final Cover[] covers;
    private long looksLeft;
    private volatile Made last = new Made(NONE, List.of());

    LabelCoverage(List<MigrationHeader> headers, Topology topology) {
        covers = new Cover[topology.size()];
        looksLeft = (long) LOOKS_PER_REVISION * covers.length;
        Arrays.fill(covers, NONE);
        if (headers.stream().anyMatch(header -> !header.labels().isEmpty())) {
            spread(headers, topology);
        }
    }

    /** The labels of a revision, sorted. */
    List<String> of(int revision) {
        Cover cover = covers[revision];
        List<String> kept = cover.labels;
        if (kept != null) {
            return kept;
        }
        Made made = last;
        if (made.cover() != cover) {
            made = new Made(cover, cover.collected());
            last = made;
        }
        return made.labels();
    }

    private void spread(List<MigrationHeader> headers, Topology topology) {
        for (int revision : bottomUp(topology)) {
            covers[revision] = cover(headers.get(revision).labels(), topology.parents()[revision]);
        }
        for (int tip = 0; tip < topology.size(); tip++) {
            if (topology.children()[tip].length == 0) {
                for (int at = tip; at >= 0 && single(topology, at); at = onlyParent(topology, at)) {
                    covers[at] = covers[tip];
                }
            }
        }
    }

    private Cover cover(List<String> own, int[] parents) {
        Set<Cover> below = Collections.newSetFromMap(new IdentityHashMap<>(4));
        Cover any = NONE;
        int labels = own.size();
        boolean kept = true;
        for (int parent : parents) {
            Cover cover = covers[parent];
            if (cover != NONE && below.add(cover)) {
                any = cover;
                labels += cover.labels == null ? 0 : cover.labels.size();
                kept &= cover.labels != null;
            }
        }
        if (own.isEmpty() && below.size() <= 1) {
            return any;
        }
        looksLeft -= labels;
        if (!kept || looksLeft < 0) {
            return new Cover(own, List.copyOf(below), null);
        }
        List<String> all = new ArrayList<>(own);
        below.forEach(cover -> all.addAll(cover.list()));
        List<String> sorted = Cover.sorted(all);
        return below.stream()
                .filter(cover -> cover.list().size() == sorted.size())
                .findAny()
                .orElseGet(() -> new Cover(own, List.of(), sorted));
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

    /** What covers some revisions: own labels, and those of covers below. Compared by identity. */
    private static final class Cover {

        private final List<String> own;
        private final List<Cover> below;
        /** All labels, sorted; null if that list is not kept. */
        private final @Nullable List<String> labels;

        Cover(List<String> own, List<Cover> below, @Nullable List<String> labels) {
            this.own = own;
            this.below = below;
            this.labels = labels;
        }

        List<String> list() {
            return labels == null ? collected() : labels;
        }

        List<String> collected() {
            List<String> all = new ArrayList<>();
            Set<Cover> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            List<Cover> todo = new ArrayList<>(List.of(this));
            while (!todo.isEmpty()) {
                Cover cover = todo.remove(todo.size() - 1);
                all.addAll(cover.labels == null ? cover.own : cover.labels);
                cover.below.stream().filter(seen::add).forEach(todo::add);
            }
            return sorted(all);
        }

        /** Sorted and without repetition. */
        private static List<String> sorted(List<String> labels) {
            labels.sort(null);
            List<String> distinct = new ArrayList<>(labels.size());
            for (String label : labels) {
                if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(label)) {
                    distinct.add(label);
                }
            }
            return List.copyOf(distinct);
        }
    }
}
