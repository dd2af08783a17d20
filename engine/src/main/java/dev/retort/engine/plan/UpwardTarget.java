// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.engine.graph.Place;
import dev.retort.engine.graph.Relation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.engine.graph.RevisionSymbol.Offset;
import dev.retort.engine.graph.RevisionWalk;
import dev.retort.migration.RevisionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what an upgrade, or the upper end of a history, leads to; offsets count from the lower end. */
final class UpwardTarget {

    private final Ends ends;
    private final RevisionGraph graph;

    UpwardTarget(Ends ends) {
        this.ends = ends;
        this.graph = ends.graph();
    }

    List<RevisionId> revisions(RangeEnd target, RangeEnd from, boolean stopAtEnd) {
        if (target instanceof RangeEnd.Symbols symbols && symbols.symbols().size() == 1) {
            RevisionSymbol symbol = symbols.symbols().get(0);
            Offset offset = symbol.offset();
            if (offset != null) {
                Place place = counted(symbol, offset, from, stopAtEnd);
                if (place instanceof Place.At at) {
                    return List.of(at.id());
                }
                if (stopAtEnd && offset.up()) {
                    return List.of();
                }
                throw ends.findings().tooFar(symbol, offset);
            }
        }
        return ends.revisions(target);
    }

    private Place counted(RevisionSymbol symbol, Offset offset, RangeEnd from, boolean stopAtEnd) {
        RevisionWalk walk = new RevisionWalk(graph, symbol, stopAtEnd);
        boolean up = offset.up() && offset.count() > 0;
        if (!symbol.isRelative()) {
            Place start = ends.resolver().resolveOne(symbol.withoutOffset(!up));
            return up ? walk.up(start, offset.count(), symbol.label()) : walk.down(start, offset.count());
        }
        if (!up) {
            throw ends.findings().wrongSign(symbol, offset, true);
        }
        return walk.up(start(symbol, symbol.label(), from), offset.count(), symbol.label());
    }

    private Place start(RevisionSymbol symbol, @Nullable String label, RangeEnd from) {
        List<RevisionId> starts;
        if (label != null) {
            starts = startsOn(label, symbol, ends.revisions(from));
        } else if (from instanceof RangeEnd.Symbols symbols && symbols.symbols().size() == 1) {
            return ends.resolver().resolveOne(symbols.symbols().get(0));
        } else {
            starts = from instanceof RangeEnd.Rows rows ? rows.rows().ids() : ends.revisions(from);
        }
        if (starts.size() > 1) {
            throw ends.findings().ambiguousStart(symbol, starts);
        }
        if (starts.isEmpty()) {
            return Place.BASE;
        }
        return new Place.At(ends.known(VersionRows.of(starts)).get(0));
    }

    /** The rows on the branch, else the topmost applied revisions there. */
    private List<RevisionId> startsOn(String label, RevisionSymbol symbol, List<RevisionId> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        RevisionSet lineage = ends.resolver().lineage(label, symbol, Relation.LINE);
        List<RevisionId> onBranch = rows.stream().filter(lineage::contains).toList();
        if (!onBranch.isEmpty()) {
            return onBranch;
        }
        RevisionSet active = graph.ancestors(rows, Relation.FULL).intersect(lineage);
        List<RevisionId> below = active.toList().stream()
                .flatMap(id -> graph.normalizedBelow(id).stream())
                .filter(active::contains)
                .toList();
        return active.minus(graph.setOf(below)).toList();
    }
}
