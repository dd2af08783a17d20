// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.engine.graph.Relation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.engine.graph.RevisionWords;
import dev.retort.engine.graph.SymbolRange;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers, for one graph, what a command would do to a database with given version rows. Touches no database. Every
 * method throws {@link RetortException} with {@link ErrorCode#UNKNOWN_ROW} for a row without a migration, and with a code
 * of the 3000s for a symbol that means nothing or cannot be decided.
 */
public final class Planner {

    private final RevisionGraph graph;
    private final Ends ends;

    /**
     * @param graph the project's revisions
     */
    public Planner(RevisionGraph graph) {
        this.graph = graph;
        this.ends = Ends.of(graph);
    }

    /**
     * Plans an upgrade: everything that the target is based on and that is not applied.
     *
     * @param rows   what the database has
     * @param target where to
     * @return the plan
     */
    public Plan upgrade(VersionRows rows, RevisionSymbol target) {
        return upgrade(rows, List.of(target));
    }

    /**
     * Plans an upgrade to several targets at once.
     *
     * @param rows    what the database has
     * @param targets where to, all of it; an offset must be alone
     * @return the plan
     */
    public Plan upgrade(VersionRows rows, List<RevisionSymbol> targets) {
        RangeQuery query = new RangeQuery(new RangeEnd.Symbols(targets), new RangeEnd.Rows(rows), false, true, false);
        List<RevisionId> order = new ArrayList<>(graph.newestFirst(new UpwardRange(ends).select(query)));
        Collections.reverse(order);
        RowTracker tracker = new RowTracker(graph, rows);
        return new Plan(rows, order.stream().map(tracker::up).toList(), List.of());
    }

    /**
     * Plans a downgrade: everything applied that is based on what follows the target.
     *
     * @param rows   what the database has; an offset without a branch counts from the first row, with a warning if there
     *               are several
     * @param target the revision that stays, or base
     * @return the plan
     */
    public Plan downgrade(VersionRows rows, RevisionSymbol target) {
        RangeQuery query = new RangeQuery(new RangeEnd.Rows(rows), symbols(target), false, false, false);
        DownwardRange.Selection selection = new DownwardRange(ends).select(target, query);
        RowTracker tracker = new RowTracker(graph, rows);
        List<Step> steps = graph.newestFirst(selection.revisions()).stream()
                .map(tracker::down)
                .toList();
        return new Plan(rows, steps, selection.warnings());
    }

    /**
     * Plans a stamp: the rows move and nothing runs.
     *
     * @param rows    what the database has
     * @param targets where to; none means base
     * @param purge   whether all rows go first, also those without a migration
     * @return the plan
     */
    public StampPlan stamp(VersionRows rows, List<RevisionSymbol> targets, boolean purge) {
        List<RevisionSymbol> wanted = targets.isEmpty() ? List.of(RevisionSymbol.parse(RevisionSymbol.BASE)) : targets;
        List<RevisionId> after = new Stamping(ends).rowsAfter(purge ? VersionRows.NONE : rows, wanted);
        List<RowChange> changes = RowChanges.between(rows.ids(), after);
        return new StampPlan(rows, changes, rows.after(changes));
    }

    /**
     * The revisions of a history, newest first: everything that the end is based on and that descends from the start,
     * both included. An offset that leads too far stops at the last revision.
     *
     * @param range the range; a missing start is base, a missing end heads, {@code current} the rows
     * @param rows  what the database has; null if none was asked, and then {@code current} is unknown
     * @return the revisions
     */
    public List<RevisionId> history(SymbolRange range, @Nullable VersionRows rows) {
        RangeEnd lower = historyEnd(range.start(), RevisionSymbol.BASE, rows);
        RangeEnd upper = historyEnd(range.end(), RevisionSymbol.HEADS, rows);
        return between(new RangeQuery(upper, lower, true, false, true));
    }

    /**
     * The revisions between two ends, newest first.
     *
     * @param query the ends, and how to treat them
     * @return the revisions
     */
    public List<RevisionId> between(RangeQuery query) {
        return graph.newestFirst(new UpwardRange(ends).select(query));
    }

    /**
     * The revisions that a downgrade from the upper to the lower end takes back, in the order of running.
     *
     * @param query the ends; the lower one a single symbol. Inclusive: it goes too
     * @return the revisions
     */
    public List<RevisionId> downgradeBetween(RangeQuery query) {
        RevisionSymbol target = query.lower() instanceof RangeEnd.Symbols symbols
                        && symbols.symbols().size() == 1
                ? symbols.symbols().get(0)
                : RevisionSymbol.parse(RevisionSymbol.BASE);
        return graph.newestFirst(new DownwardRange(ends).select(target, query).revisions());
    }

    /**
     * What a database has.
     *
     * @param rows its version rows
     * @return the applied revisions without followers on their line, and whether they are the heads
     */
    public CurrentState current(VersionRows rows) {
        RevisionSet known = graph.setOf(ends.known(rows));
        RevisionSet applied = graph.ancestors(known.toList(), Relation.FULL);
        return new CurrentState(graph.maximal(applied, Relation.LINE), known.equals(graph.heads()));
    }

    /**
     * Makes sure that a database has everything.
     *
     * @param rows its version rows
     * @throws RetortException with {@link ErrorCode#NOT_UP_TO_DATE} if a revision is missing
     */
    public void requireUpToDate(VersionRows rows) {
        List<RevisionId> known = ends.known(rows);
        RevisionSet missing = graph.all().minus(graph.ancestors(known, Relation.FULL));
        if (missing.isEmpty()) {
            return;
        }
        Function<List<RevisionId>, String> list = new RevisionWords(graph)::list;
        throw new RetortException(Finding.error(
                        ErrorCode.NOT_UP_TO_DATE,
                        "Target database is not up to date: " + missing.size() + " of " + graph.size()
                                + " migrations have not run. It is at"
                                + (known.isEmpty() ? " base." : ":" + list.apply(known)) + "\nThe heads are:"
                                + list.apply(graph.effectiveHeads().toList()))
                .withHint("'retort upgrade heads' brings it up to date."));
    }

    /**
     * Says of version rows that no migration defines them.
     *
     * @param rows rows that mean nothing in this graph
     * @return an error for each, with what it may have been and the way out
     */
    public List<Finding> withoutMigration(List<RevisionId> rows) {
        return ends.findings().withoutMigration(rows);
    }

    private static RangeEnd historyEnd(@Nullable RevisionSymbol symbol, String otherwise, @Nullable VersionRows rows) {
        if (symbol == null) {
            return symbols(RevisionSymbol.parse(otherwise));
        }
        if (rows != null && symbol.text().equals(RevisionSymbol.CURRENT)) {
            return rows.isEmpty() ? symbols(RevisionSymbol.parse(otherwise)) : new RangeEnd.Rows(rows);
        }
        return symbols(symbol);
    }

    private static RangeEnd symbols(RevisionSymbol symbol) {
        return new RangeEnd.Symbols(List.of(symbol));
    }
}
