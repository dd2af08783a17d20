// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.engine.graph.Place;
import dev.retort.engine.graph.Relation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Works out the rows after a stamp. The rows that share a lineage (dependencies included) with a target give way to it;
 * rows elsewhere stay. Alembic's rules, except that rows of which one is based on another are never left behind.
 */
final class Stamping {

    private final Ends ends;
    private final RevisionGraph graph;

    Stamping(Ends ends) {
        this.ends = ends;
        this.graph = ends.graph();
    }

    List<RevisionId> rowsAfter(VersionRows from, List<RevisionSymbol> targets) {
        List<RevisionId> rows = ends.known(from);
        Set<RevisionId> affected = new LinkedHashSet<>();
        if (!rows.isEmpty()) {
            targets.forEach(target -> affected.addAll(affected(target, rows)));
        }
        List<Place> places = ends.places(new RangeEnd.Symbols(targets));
        Set<RevisionId> live = new LinkedHashSet<>(rows);
        if (places.isEmpty()) {
            live.removeAll(affected);
        }
        List<RevisionId> destinations =
                places.stream().map(Place::revision).flatMap(Optional::stream).toList();
        ends.findings().requireNoOverlap(destinations, "requested");
        destinations.forEach(destination -> move(destination, affected, live));
        return tops(live);
    }

    private List<RevisionId> affected(RevisionSymbol target, List<RevisionId> rows) {
        if (target.isRelative()) {
            // What '-1' is counted from would be a guess as soon as there are rows.
            ends.resolver().resolveOne(target);
        }
        List<RevisionId> means = ends.resolver().resolve(target).revisions();
        RevisionSet lineage = graph.ancestors(means, Relation.FULL).union(graph.descendants(means, Relation.FULL));
        if (target.label() != null) {
            lineage = lineage.union(ends.resolver().lineage(target.label(), target, Relation.FULL));
        } else if (means.isEmpty()) {
            return target.point().equals(RevisionSymbol.BASE) ? rows : List.of();
        }
        return rows.stream().filter(lineage::contains).toList();
    }

    private void move(RevisionId destination, Set<RevisionId> affected, Set<RevisionId> live) {
        if (affected.contains(destination)) {
            return;
        }
        List<RevisionId> of = List.of(destination);
        RevisionSet above = graph.descendants(of, Relation.FULL);
        RevisionSet below = graph.ancestors(of, Relation.FULL);
        boolean down = affected.stream().anyMatch(above::contains);
        boolean up = affected.stream().anyMatch(below::contains);
        if (down || (up && live.containsAll(affected))) {
            live.removeAll(affected);
        }
        live.add(destination);
    }

    private List<RevisionId> tops(Set<RevisionId> live) {
        RevisionSet set = graph.setOf(live);
        RevisionSet tops = graph.maximal(set, Relation.FULL);
        List<RevisionId> result = new ArrayList<>(live);
        result.removeIf(id -> !tops.contains(id));
        return result;
    }
}
