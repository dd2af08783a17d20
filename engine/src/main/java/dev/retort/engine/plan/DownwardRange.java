// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.diagnostic.Finding;
import dev.retort.engine.graph.Place;
import dev.retort.engine.graph.Relation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The revisions that a downgrade takes back: everything applied that is based on what lies just above the target. */
final class DownwardRange {

    /**
     * What goes.
     *
     * @param revisions which revisions
     * @param warnings  what the user should know
     */
    record Selection(RevisionSet revisions, List<Finding> warnings) {}

    private final Ends ends;
    private final RevisionGraph graph;

    DownwardRange(Ends ends) {
        this.ends = ends;
        this.graph = ends.graph();
    }

    Selection select(RevisionSymbol target, RangeQuery query) {
        DownwardTarget.Found found = new DownwardTarget(ends).find(target, query.upper(), query.stopAtEnd());
        List<Finding> warnings = new ArrayList<>();
        if (found.warning() != null) {
            warnings.add(found.warning());
        }
        String label = target.label();
        if (label != null && ends.resolver().locate(label).isEmpty()) {
            warnings.add(ends.findings().ignoredBranch(target, label));
        }
        RevisionSet roots = roots(found, target, query.inclusive());
        List<RevisionId> rows = ends.revisions(query.upper());
        RevisionSet active = graph.ancestors(rows, Relation.FULL);
        RevisionSet gone = graph.descendants(roots.toList(), Relation.FULL).intersect(active);
        if (query.implicitBase()) {
            gone = gone.union(active.minus(graph.ancestors(roots.toList(), Relation.FULL)));
        }
        if (gone.isEmpty() && found.place() instanceof Place.At at && !rows.contains(at.id())) {
            throw ends.findings().notApplied(target, at.id(), rows);
        }
        return new Selection(gone, warnings);
    }

    private RevisionSet roots(DownwardTarget.Found found, RevisionSymbol target, boolean inclusive) {
        RevisionSet roots;
        boolean several;
        if (found.place() instanceof Place.At at) {
            roots = graph.setOf(inclusive ? List.of(at.id()) : graph.children(at.id()));
            several = roots.size() > 1;
        } else {
            roots = graph.bases();
            // Alembic counts a base once more for each label it carries, and looks at the branch only if it counts
            // several.
            several = roots.size() > 1
                    || roots.toList().stream()
                            .anyMatch(id -> !graph.header(id).labels().isEmpty());
        }
        Supplier<RevisionId> branch = found.branch();
        if (branch == null || !several) {
            return roots;
        }
        RevisionId on = branch.get();
        RevisionSet kept = roots.intersect(graph.ancestors(List.of(on), Relation.LINE));
        if (kept.isEmpty()) {
            throw ends.findings().invalidDowngradeTarget(target, found.place(), on);
        }
        return kept;
    }
}
