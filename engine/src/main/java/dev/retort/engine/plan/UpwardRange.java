// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.engine.graph.Place;
import dev.retort.engine.graph.Relation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.migration.RevisionId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The revisions that an upgrade runs, or that a history shows: below the upper end, and not below the lower one. */
final class UpwardRange {

    private final Ends ends;
    private final RevisionGraph graph;

    UpwardRange(Ends ends) {
        this.ends = ends;
        this.graph = ends.graph();
    }

    RevisionSet select(RangeQuery query) {
        List<RevisionId> targets = new UpwardTarget(ends).revisions(query.upper(), query.lower(), query.stopAtEnd());
        targets = onBranchOf(query.lower(), targets);
        ends.findings().requireNoOverlap(targets, "requested");
        RevisionSet required = graph.ancestors(targets, Relation.FULL);
        List<RevisionId> current = lower(query, required);
        ends.findings().requireNoOverlap(current, "starting");
        RevisionSet needed = required.minus(graph.ancestors(current, Relation.FULL));
        if (query.inclusive()) {
            needed = needed.union(graph.setOf(current));
        }
        if (!current.isEmpty() && !query.implicitBase()) {
            needed = needed.intersect(graph.descendants(current, Relation.LINE));
        }
        return needed;
    }

    private List<RevisionId> lower(RangeQuery query, RevisionSet required) {
        List<Place> places = ends.places(query.lower());
        boolean outside = places.stream()
                .anyMatch(place -> place instanceof Place.Base
                        || place.revision().filter(id -> !required.contains(id)).isPresent());
        if (outside && !query.implicitBase()) {
            throw ends.findings().notAncestor(query);
        }
        RevisionSymbol symbol = only(query.lower());
        if (!places.isEmpty() && places.get(0) instanceof Place.Beyond && symbol != null) {
            Place place = new DownwardTarget(ends)
                    .find(symbol, query.upper(), query.stopAtEnd())
                    .place();
            return place.revision().map(List::of).orElse(List.of());
        }
        return places.stream()
                .map(Place::revision)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** A label before the lower end keeps only those upper ends that it covers. */
    private List<RevisionId> onBranchOf(RangeEnd lower, List<RevisionId> targets) {
        RevisionSymbol symbol = only(lower);
        String label = symbol == null ? null : symbol.label();
        if (symbol == null || label == null) {
            return targets;
        }
        Optional<RevisionId> branch = ends.resolver()
                .resolveOne(RevisionSymbol.parse(label, symbol.origin()))
                .revision();
        if (branch.isPresent() && branch.get().value().equals(label)) {
            List<String> labels = graph.labels(branch.get());
            if (labels.size() != 1) {
                RevisionSet lineage = ends.resolver().lineage(label, symbol, Relation.LINE);
                return targets.stream().filter(lineage::contains).toList();
            }
            return covered(targets, labels.get(0));
        }
        return covered(targets, label);
    }

    private List<RevisionId> covered(List<RevisionId> targets, String label) {
        return targets.stream().filter(id -> graph.labels(id).contains(label)).toList();
    }

    private static @Nullable RevisionSymbol only(RangeEnd end) {
        return end instanceof RangeEnd.Symbols symbols && symbols.symbols().size() == 1
                ? symbols.symbols().get(0)
                : null;
    }
}
