// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.migration.RevisionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks a number of steps along {@code revises} edges; a fork or merge on the way is an error, never a guess. */
public final class RevisionWalk {

    private final RevisionGraph graph;
    private final SymbolResolver resolver;
    private final RevisionSymbol symbol;
    private final boolean stopAtEnd;

    /**
     * @param graph     the graph to walk
     * @param symbol    the symbol that asks for the walk, for messages
     * @param stopAtEnd whether a walk that leads too far ends at the last place, as in a history, instead of beyond
     */
    public RevisionWalk(RevisionGraph graph, RevisionSymbol symbol, boolean stopAtEnd) {
        this.graph = graph;
        this.resolver = new SymbolResolver(graph);
        this.symbol = symbol;
        this.stopAtEnd = stopAtEnd;
    }

    /**
     * Walks towards the heads.
     *
     * @param start from where; from base, the first step is to a base revision
     * @param count how many steps
     * @param label which branch to follow where the line forks, or null
     * @return where it ends
     * @throws dev.retort.diagnostic.RetortException if several revisions follow
     */
    public Place up(Place start, int count, @Nullable String label) {
        RevisionSet lineage = null;
        Place here = start;
        for (int step = 0; step < count; step++) {
            List<RevisionId> next = here.revision()
                    .map(graph::children)
                    .orElseGet(() -> graph.bases().toList());
            if (label != null && !next.isEmpty()) {
                lineage = lineage == null ? resolver.lineage(label, symbol, Relation.LINE) : lineage;
                next = next.stream().filter(lineage::contains).toList();
            }
            if (next.isEmpty()) {
                return stopAtEnd ? here : Place.BEYOND;
            }
            here = only(next, here, true);
        }
        return here;
    }

    /**
     * Walks towards the bases. Below the last revision comes base, then nothing.
     *
     * @param start from where; from base, the first step is to a head, as if the walk came round
     * @param count how many steps
     * @return where it ends
     * @throws dev.retort.diagnostic.RetortException if a revision on the way has several parents
     */
    public Place down(Place start, int count) {
        Place here = start;
        for (int step = 0; step < count; step++) {
            List<RevisionId> next;
            if (here instanceof Place.At at) {
                next = graph.parents(at.id());
            } else if (step == 0) {
                next = graph.heads().toList();
            } else {
                return stopAtEnd ? here : Place.BEYOND;
            }
            here = next.isEmpty() ? Place.BASE : only(next, here, false);
        }
        return here;
    }

    private Place only(List<RevisionId> next, Place here, boolean up) {
        if (next.size() > 1) {
            throw resolver.findings().ambiguousWalk(symbol, here, next, up);
        }
        return new Place.At(next.get(0));
    }
}
