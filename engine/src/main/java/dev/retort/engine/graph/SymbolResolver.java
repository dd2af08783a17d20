// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import static dev.retort.engine.graph.Resolution.Reading;

import dev.retort.engine.graph.RevisionSymbol.Offset;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the revisions that symbols mean in one graph. What a database has plays no part here; offsets from there are the
 * planner's.
 */
public final class SymbolResolver {

    private final RevisionGraph graph;
    private final SymbolFindings findings;

    /**
     * @param graph where to look
     */
    public SymbolResolver(RevisionGraph graph) {
        this.graph = graph;
        this.findings = new SymbolFindings(graph);
    }

    /**
     * Finds what a symbol means. An offset is understood alone or after a label ({@code -2}, {@code label@-2}: that many
     * steps down from each head); a name with an offset has a meaning for upgrade, downgrade and the end of a range only.
     *
     * @param symbol the symbol
     * @return what it means
     * @throws dev.retort.diagnostic.RetortException if it means nothing, or cannot be decided
     */
    public Resolution resolve(RevisionSymbol symbol) {
        String label = symbol.label();
        if (symbol.is(RevisionSymbol.BASE)) {
            return new Resolution(symbol, Reading.BASE, List.of());
        }
        if (symbol.is(RevisionSymbol.HEADS)) {
            RevisionSet heads = label == null ? graph.effectiveHeads() : headsOf(symbol);
            return new Resolution(symbol, Reading.HEADS, places(heads));
        }
        if (symbol.is(RevisionSymbol.HEAD)) {
            RevisionSet heads = headsOf(symbol);
            if (heads.size() > 1) {
                throw findings.multipleHeads(symbol, heads.toList());
            }
            return new Resolution(symbol, Reading.HEAD, places(heads));
        }
        Offset offset = symbol.offset();
        if (symbol.isRelative() && offset != null && !offset.up() && offset.count() > 0) {
            return new Resolution(symbol, Reading.OFFSET, belowHeads(symbol, offset));
        }
        return named(symbol);
    }

    /**
     * Finds the single place that a symbol means.
     *
     * @param symbol the symbol
     * @return a revision, or base (also for {@code head} of an empty graph)
     * @throws dev.retort.diagnostic.RetortException also if it means several revisions
     */
    public Place resolveOne(RevisionSymbol symbol) {
        if (symbol.isRelative()) {
            throw findings.notFound(symbol);
        }
        Resolution resolution = resolve(symbol);
        if (resolution.places().size() > 1) {
            throw findings.multipleHeads(symbol, resolution.revisions());
        }
        String label = symbol.label();
        if (label != null && resolution.places().isEmpty()) {
            // Base is base whatever the branch, but a misspelt branch is told and not passed over.
            branch(label, symbol);
        }
        return resolution.places().isEmpty() ? Place.BASE : resolution.places().get(0);
    }

    /**
     * Looks a name up, without a symbol around it.
     *
     * @param name an id, a label, or the beginning of exactly one of them
     * @return the revision, or empty if the name means none or several
     */
    public Optional<RevisionId> locate(String name) {
        Integer exact = graph.names().exact(name);
        if (exact != null) {
            return Optional.of(graph.idAt(exact));
        }
        List<String> names = graph.names().startingWith(name);
        return names.size() == 1 ? Optional.of(graph.idAt(exactIndex(names.get(0)))) : Optional.empty();
    }

    /**
     * Finds the revision that stands for a label: the one that carries it, or one named by id or beginning.
     *
     * @param label  the text before the {@code @}
     * @param symbol the symbol that it is part of, for messages
     * @return the revision
     * @throws dev.retort.diagnostic.RetortException if there is none, or there are several
     */
    public RevisionId branch(String label, RevisionSymbol symbol) {
        return locate(label)
                .orElseThrow(
                        () -> findings.noSuchBranch(label, symbol, graph.names().startingWith(label)));
    }

    /**
     * The revisions of a branch: the one that the label means, and everything below and above it.
     *
     * @param label    the text before the {@code @}
     * @param symbol   the symbol that it is part of, for messages
     * @param relation which edges count
     * @return the lineage
     * @throws dev.retort.diagnostic.RetortException as {@link #branch}; if several names fit, as an ambiguous name
     */
    public RevisionSet lineage(String label, RevisionSymbol symbol, Relation relation) {
        if (graph.names().exact(label) == null) {
            List<String> names = graph.names().startingWith(label);
            if (names.size() > 1) {
                throw findings.ambiguous(label, symbol, names);
            }
        }
        return lineage(branch(label, symbol), relation);
    }

    /** {@return the findings of this graph, for walks} */
    SymbolFindings findings() {
        return findings;
    }

    private RevisionSet lineage(RevisionId branch, Relation relation) {
        List<RevisionId> of = List.of(branch);
        return graph.ancestors(of, relation).union(graph.descendants(of, relation));
    }

    private RevisionSet headsOf(RevisionSymbol symbol) {
        RevisionSet heads = graph.heads();
        String label = symbol.label();
        return label == null || heads.isEmpty() ? heads : heads.intersect(lineage(label, symbol, Relation.LINE));
    }

    private List<Place> belowHeads(RevisionSymbol symbol, Offset offset) {
        RevisionWalk walk = new RevisionWalk(graph, symbol, false);
        List<Place> places = new ArrayList<>();
        for (RevisionId head : graph.effectiveHeads()) {
            if (symbol.label() == null || graph.labels(head).contains(symbol.label())) {
                places.add(walk.down(new Place.At(head), offset.count()));
            }
        }
        return places;
    }

    private Resolution named(RevisionSymbol symbol) {
        String name = symbol.point();
        String label = symbol.label();
        RevisionId branch = label == null ? null : branch(label, symbol);
        RevisionSet lineage = branch == null ? null : lineage(branch, Relation.LINE);
        Integer exact = graph.names().exact(name);
        if (exact == null) {
            return new Resolution(symbol, Reading.BEGINNING, List.of(new Place.At(beginning(symbol, lineage))));
        }
        RevisionId found = graph.idAt(exact);
        if (lineage != null && branch != null && !lineage.contains(found)) {
            throw findings.notInBranch(symbol, found, branch);
        }
        Reading reading = found.value().equals(name) ? Reading.ID : Reading.LABEL;
        return new Resolution(symbol, reading, List.of(new Place.At(found)));
    }

    private RevisionId beginning(RevisionSymbol symbol, @Nullable RevisionSet lineage) {
        List<String> names = graph.names().startingWith(symbol.point()).stream()
                .filter(name -> lineage == null || lineage.contains(graph.idAt(exactIndex(name))))
                .toList();
        if (names.isEmpty()) {
            throw findings.notFound(symbol);
        }
        if (names.size() > 1) {
            throw findings.ambiguous(symbol.point(), symbol, names);
        }
        return graph.idAt(exactIndex(names.get(0)));
    }

    private int exactIndex(String name) {
        Integer index = graph.names().exact(name);
        if (index == null) {
            throw new IllegalStateException("name must exist, but was '" + name + "'");
        }
        return index;
    }

    private static List<Place> places(RevisionSet revisions) {
        List<Place> places = new ArrayList<>();
        revisions.forEach(id -> places.add(new Place.At(id)));
        return places;
    }
}
