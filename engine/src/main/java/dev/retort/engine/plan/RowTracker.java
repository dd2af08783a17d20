// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.engine.graph.Applied;
import dev.retort.engine.graph.Relation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.migration.RevisionId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps version rows while steps run. The applied revisions are the rows and everything they are based on; the rows are
 * those applied revisions that no other applied one is based on, so a dependency has no row while its dependent has one.
 * The first step also puts right what was not so at the start: rows implied by others, and shortened ids. Not safe for use
 * by several threads.
 */
public final class RowTracker {

    private final Applied applied;
    private final RevisionSet tops;
    private VersionRows rows;
    private boolean moved;

    /**
     * @param graph the graph
     * @param rows  what the version table has
     * @throws dev.retort.diagnostic.RetortException if there is no migration for a row
     */
    public RowTracker(RevisionGraph graph, VersionRows rows) {
        this.rows = rows;
        RevisionSet set = graph.setOf(Ends.of(graph).known(rows));
        this.tops = graph.maximal(set, Relation.FULL);
        this.applied = new Applied(set);
    }

    /** {@return the rows now} */
    public VersionRows rows() {
        return rows;
    }

    /**
     * Runs a migration's upgrade.
     *
     * @param id a revision that is not applied and whose bases are
     * @return the step
     * @throws IllegalArgumentException if it cannot run now
     */
    public Step up(RevisionId id) {
        return step(Direction.UP, id, applied.add(id), List.of(id));
    }

    /**
     * Runs a migration's downgrade.
     *
     * @param id an applied revision on which no applied one is based
     * @return the step
     * @throws IllegalArgumentException if it cannot run now
     */
    public Step down(RevisionId id) {
        return step(Direction.DOWN, id, List.of(id), applied.remove(id));
    }

    private Step step(Direction direction, RevisionId id, List<RevisionId> removed, List<RevisionId> added) {
        List<RowChange> changes = moved ? RowChanges.replacing(removed, added) : firstChanges(removed, added);
        moved = true;
        rows = rows.after(changes);
        return new Step(direction, id, rows, changes);
    }

    private List<RowChange> firstChanges(List<RevisionId> removed, List<RevisionId> added) {
        Set<RevisionId> after = new LinkedHashSet<>(tops.toList());
        removed.forEach(after::remove);
        after.addAll(added);
        return RowChanges.between(rows.ids(), after);
    }
}
