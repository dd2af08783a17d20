// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every name a revision can be called by, ids and labels, for exact lookup and by beginning. */
final class Names {

    /** Shorter names are found whole or not at all: Alembic's rule, so that {@code a} never means {@code ab1}. */
    private static final int SHORTEST_ABBREVIATED = 4;

    private final Map<String, Integer> ids;
    private final Map<String, Integer> labelOwners;
    private final String[] sorted;

    Names(Map<String, Integer> ids, Map<String, Integer> labelOwners) {
        this.ids = ids;
        this.labelOwners = labelOwners;
        List<String> all = new ArrayList<>(ids.keySet());
        all.addAll(labelOwners.keySet());
        this.sorted = all.toArray(String[]::new);
        Arrays.sort(sorted);
    }

    /** The index of the revision with this whole id or label, or null. */
    @Nullable
    Integer exact(String name) {
        Integer id = ids.get(name);
        return id != null ? id : labelOwners.get(name);
    }

    @Nullable
    Integer labelOwner(String label) {
        return labelOwners.get(label);
    }

    /** All names of four or more characters that start with the text, sorted. */
    List<String> startingWith(String beginning) {
        int at = Arrays.binarySearch(sorted, beginning);
        List<String> found = new ArrayList<>();
        for (int i = at < 0 ? -at - 1 : at; i < sorted.length && sorted[i].startsWith(beginning); i++) {
            if (sorted[i].length() >= SHORTEST_ABBREVIATED) {
                found.add(sorted[i]);
            }
        }
        return found;
    }

    /** All labels, sorted. */
    List<String> labels() {
        return labelOwners.keySet().stream().sorted().toList();
    }

    Collection<String> all() {
        return Arrays.asList(sorted);
    }
}
