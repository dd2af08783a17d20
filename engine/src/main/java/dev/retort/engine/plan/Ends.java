// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.diagnostic.RetortException;
import dev.retort.engine.graph.Place;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.SymbolResolver;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what the ends of ranges are, in one graph. */
record Ends(RevisionGraph graph, SymbolResolver resolver, PlanFindings findings) {

    static Ends of(RevisionGraph graph) {
        return new Ends(graph, new SymbolResolver(graph), new PlanFindings(graph));
    }

    List<Place> places(RangeEnd end) {
        if (end instanceof RangeEnd.Rows rows) {
            return known(rows.rows()).stream().<Place>map(Place.At::new).toList();
        }
        RangeEnd.Symbols symbols = (RangeEnd.Symbols) end;
        return symbols.symbols().stream()
                .flatMap(symbol -> resolver.resolve(symbol).places().stream())
                .toList();
    }

    List<RevisionId> revisions(RangeEnd end) {
        return places(end).stream()
                .map(Place::revision)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /**
     * The revisions that the rows stand for. A row that is no whole id is read as a symbol would be, by label or
     * beginning, as Alembic does: a column that was too narrow may have cut it.
     */
    List<RevisionId> known(VersionRows rows) {
        List<RevisionId> found = new ArrayList<>();
        List<RevisionId> unknown = new ArrayList<>();
        for (RevisionId row : rows) {
            resolver.locate(row.value()).ifPresentOrElse(found::add, () -> unknown.add(row));
        }
        if (!unknown.isEmpty()) {
            throw new RetortException(findings.withoutMigration(unknown));
        }
        return found;
    }
}
