// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.engine.SymbolMeaning;
import dev.retort.engine.graph.Place;
import dev.retort.engine.graph.Relation;
import dev.retort.engine.graph.Resolution;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.engine.graph.RevisionSymbol.Offset;
import dev.retort.engine.graph.RevisionWalk;
import dev.retort.engine.graph.RevisionWords;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads one symbol aloud: what it stands for, and each step on the way there. A step without a name is counted from what
 * the database has, {@code +N} as an upgrade and {@code -N} as a downgrade would.
 */
public final class SymbolReader {

    private final RevisionGraph graph;
    private final Ends ends;
    private final RevisionWords words;
    private final Supplier<VersionRows> rows;
    private final List<String> steps = new ArrayList<>();

    /**
     * @param graph the project's revisions
     * @param rows  asks the database, if a symbol is about it
     */
    public SymbolReader(RevisionGraph graph, Supplier<VersionRows> rows) {
        this.graph = graph;
        this.ends = Ends.of(graph);
        this.words = new RevisionWords(graph);
        this.rows = rows;
    }

    /**
     * Reads a symbol. An object of this class reads one only.
     *
     * @param text the symbol
     * @return what it stands for, and why
     * @throws dev.retort.diagnostic.RetortException if it stands for nothing, or cannot be decided
     */
    public SymbolMeaning read(String text) {
        RevisionSymbol symbol = RevisionSymbol.parse(text);
        Offset offset = symbol.offset();
        List<RevisionId> ids;
        if (text.equals(RevisionSymbol.CURRENT)) {
            ids = new Planner(graph).current(database()).revisions().toList();
        } else if (offset == null) {
            ids = named(symbol);
        } else if (symbol.isRelative()) {
            ids = relative(symbol, offset);
        } else {
            ids = walked(symbol, offset);
        }
        return new SymbolMeaning(text, ids, steps);
    }

    private VersionRows database() {
        VersionRows found = rows.get();
        steps.add(
                found.isEmpty()
                        ? "the database has no version row: it is at base"
                        : "the database has the version row" + (found.ids().size() == 1 ? " " : "s ")
                                + found.ids().stream()
                                        .map(id -> graph.contains(id) ? words.described(id) : "'" + id + "'")
                                        .collect(Collectors.joining(", ")));
        return found;
    }

    private List<RevisionId> relative(RevisionSymbol symbol, Offset offset) {
        RangeEnd.Rows from = new RangeEnd.Rows(database());
        String label = symbol.label();
        if (label != null) {
            explainBranch(label, symbol);
        }
        List<RevisionId> found;
        if (offset.up()) {
            found = new UpwardTarget(ends).revisions(new RangeEnd.Symbols(List.of(symbol)), from, false);
        } else {
            DownwardTarget.Found target = new DownwardTarget(ends).find(symbol, from, false);
            if (target.warning() != null) {
                steps.add("there are several, and the first counts");
            }
            found = target.place().revision().map(List::of).orElse(List.of());
        }
        String start = label == null ? "there" : "what is applied on that branch";
        steps.add(count(offset) + " from " + start + ": " + list(found));
        return found;
    }

    private List<RevisionId> walked(RevisionSymbol symbol, Offset offset) {
        boolean up = offset.up() && offset.count() > 0;
        RevisionSymbol start = symbol.withoutOffset(true);
        if (up && symbol.label() != null) {
            explainBranch(symbol.label(), symbol);
            start = symbol.withoutOffset(false);
        }
        named(start);
        Place from = ends.resolver().resolveOne(start);
        RevisionWalk walk = new RevisionWalk(graph, symbol, false);
        Place place = up ? walk.up(from, offset.count(), symbol.label()) : walk.down(from, offset.count());
        if (place instanceof Place.Beyond) {
            throw ends.findings().tooFar(symbol, offset);
        }
        List<RevisionId> found = place.revision().map(List::of).orElse(List.of());
        steps.add(count(offset) + " from there" + (up && symbol.label() != null ? ", keeping to that branch" : "")
                + ": " + list(found));
        return found;
    }

    private List<RevisionId> named(RevisionSymbol symbol) {
        Resolution resolution = ends.resolver().resolve(symbol);
        String label = symbol.label();
        String where = label == null ? "" : " of that branch";
        if (label != null && resolution.reading() != Resolution.Reading.BASE) {
            explainBranch(label, symbol);
        }
        List<RevisionId> found = resolution.revisions();
        switch (resolution.reading()) {
            case HEAD ->
                steps.add(
                        found.isEmpty()
                                ? "the project has no migrations yet"
                                : "'head' is the only head" + where + ": " + list(found));
            case HEADS -> steps.add("'heads' are all heads" + where + ": " + list(found));
            case BASE -> steps.add("'base' is the empty database" + (label == null ? "" : ", whatever the branch"));
            case OFFSET -> steps.add("steps down from the heads: " + list(found));
            case ID, LABEL, BEGINNING -> steps.add(called(symbol.point(), found.get(0)));
        }
        return found;
    }

    /** How a name leads to a revision: as its id, its label, or the beginning of one of them. */
    private String called(String name, RevisionId id) {
        if (id.value().equals(name)) {
            return "'" + name + "' is the id of " + words.described(id);
        }
        List<String> own = graph.header(id).labels();
        if (own.contains(name)) {
            return "'" + name + "' is the label of " + words.described(id);
        }
        return own.stream()
                .filter(label -> label.startsWith(name))
                .findFirst()
                .map(label -> "'" + name + "' is the beginning of the label '" + label + "' of " + words.described(id))
                .orElseGet(() -> "'" + name + "' is the beginning of the id of " + words.described(id));
    }

    private void explainBranch(String label, RevisionSymbol symbol) {
        RevisionId id = ends.resolver().branch(label, symbol);
        RevisionSet lineage = ends.resolver().lineage(label, symbol, Relation.LINE);
        int count = lineage.size();
        steps.add(called(label, id) + "; its branch, all that is below and above it, has " + count
                + (count == 1 ? " revision" : " revisions"));
    }

    private static String count(Offset offset) {
        return offset.count() + (offset.count() == 1 ? " step " : " steps ") + (offset.up() ? "up" : "down");
    }

    private String list(List<RevisionId> ids) {
        return ids.isEmpty() ? "base" : ids.stream().map(words::described).collect(Collectors.joining(", "));
    }
}
