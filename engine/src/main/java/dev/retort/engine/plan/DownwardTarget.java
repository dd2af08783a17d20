// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.diagnostic.Finding;
import dev.retort.engine.graph.Place;
import dev.retort.engine.graph.Relation;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.engine.graph.RevisionSymbol.Offset;
import dev.retort.engine.graph.RevisionWalk;
import dev.retort.migration.RevisionId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds what a downgrade leads to; offsets count from what is applied. */
final class DownwardTarget {

    /**
     * Where to, and along which branch.
     *
     * @param place   the revision that stays, or base
     * @param branch  finds the revision whose line the downgrade keeps to; null if no branch was named
     * @param warning what the user should know, or null
     */
    record Found(
            Place place,
            @Nullable Supplier<RevisionId> branch,
            @Nullable Finding warning) {}

    private final Ends ends;

    DownwardTarget(Ends ends) {
        this.ends = ends;
    }

    Found find(RevisionSymbol symbol, RangeEnd from, boolean stopAtEnd) {
        String label = symbol.label();
        Supplier<RevisionId> branch =
                label == null ? null : () -> ends.resolver().branch(label, symbol);
        Offset offset = symbol.offset();
        if (offset == null) {
            return new Found(ends.resolver().resolveOne(symbol.withoutOffset(false)), branch, null);
        }
        RevisionWalk walk = new RevisionWalk(ends.graph(), symbol, stopAtEnd);
        boolean down = !offset.up() && offset.count() > 0;
        if (!symbol.isRelative()) {
            Place start = ends.resolver().resolveOne(symbol.withoutOffset(down));
            Place end = down ? walk.down(start, offset.count()) : walk.up(start, offset.count(), label);
            if (end instanceof Place.Beyond || (!down && end instanceof Place.Base)) {
                throw ends.findings().tooFar(symbol, offset);
            }
            return new Found(end, branch, null);
        }
        if (!down) {
            throw ends.findings().wrongSign(symbol, offset, false);
        }
        Finding warning = null;
        RevisionId start;
        if (label != null) {
            start = onlyOn(label, symbol, offset, from);
        } else {
            List<RevisionId> starts = starts(from);
            if (starts.isEmpty()) {
                throw ends.findings().nothingApplied(symbol, offset);
            }
            RevisionId first = ends.known(VersionRows.of(starts.subList(0, 1))).get(0);
            start = first;
            warning = starts.size() > 1 ? ends.findings().ambiguousDowngrade(symbol, first, starts.size()) : null;
            branch = () -> first;
        }
        Place end = walk.down(new Place.At(start), offset.count());
        if (end instanceof Place.Beyond) {
            throw ends.findings().tooFar(symbol, offset);
        }
        return new Found(end, branch, warning);
    }

    private List<RevisionId> starts(RangeEnd from) {
        if (from instanceof RangeEnd.Symbols symbols && !symbols.symbols().isEmpty()) {
            return ends.resolver()
                    .resolveOne(symbols.symbols().get(0))
                    .revision()
                    .map(List::of)
                    .orElse(List.of());
        }
        return from instanceof RangeEnd.Rows rows ? rows.rows().ids() : List.of();
    }

    /** The only row on the branch, else the only current revision there. */
    private RevisionId onlyOn(String label, RevisionSymbol symbol, Offset offset, RangeEnd from) {
        List<RevisionId> rows = ends.revisions(from);
        RevisionSet lineage = ends.resolver().lineage(label, symbol, Relation.LINE);
        List<RevisionId> starts = rows.stream().filter(lineage::contains).toList();
        if (starts.isEmpty()) {
            RevisionSet applied = ends.graph().ancestors(rows, Relation.FULL);
            starts = ends.graph()
                    .maximal(applied, Relation.LINE)
                    .intersect(lineage)
                    .toList();
        }
        if (starts.isEmpty()) {
            throw ends.findings().nothingApplied(symbol, offset);
        }
        if (starts.size() > 1) {
            throw ends.findings().ambiguousStart(symbol, starts);
        }
        return starts.get(0);
    }
}
