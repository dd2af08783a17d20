// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.engine.Direction;
import dev.retort.engine.graph.Relation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.engine.plan.VersionRows;
import dev.retort.migration.RevisionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which revisions a ledger accounts for. The version rows stand for themselves and everything below them; a revision
 * that was inserted below them later counts as applied by the rows, but has no line here.
 */
final class Coverage {

    /** The last word of the ledger on each revision: whether it is there. */
    private final Map<String, Boolean> lastWords = new HashMap<>();

    /** Everything that a script started from, with all below it. */
    private final Set<String> baselines = new HashSet<>();

    private Coverage() {}

    /** Reads a ledger; without one, nothing is known. */
    static Coverage read(Connection connection, LedgerTable ledger) throws SQLException {
        Coverage coverage = new Coverage();
        if (ledger.exists(connection)) {
            ledger.readOutcomes(connection, coverage::add);
        }
        return coverage;
    }

    private void add(String revision, String direction, String outcome) {
        switch (outcome) {
            case Ledger.APPLIED -> lastWords.put(revision, !direction.equals(Direction.DOWNGRADE.word()));
            case Ledger.REMOVED -> lastWords.put(revision, false);
            case Ledger.BASELINE -> {
                lastWords.remove(revision);
                baselines.add(revision);
            }
            default -> {
                // started, failed: the revision is as it was before
            }
        }
    }

    /** Whether there is a line that says where the database stood. Before, nobody can tell what ran. */
    boolean hasBegun() {
        return !lastWords.isEmpty() || !baselines.isEmpty();
    }

    /** The revisions that count as applied though nothing says that they ran, in the order of running. */
    List<RevisionId> neverRan(RevisionGraph graph, VersionRows rows) {
        return hasBegun() ? unaccounted(graph, rows.ids()) : List.of();
    }

    /** Revisions up to some, those included, that nothing accounts for, in the order of running. */
    List<RevisionId> unaccounted(RevisionGraph graph, Collection<RevisionId> ends) {
        RevisionSet applied = graph.ancestors(known(graph, ends), Relation.FULL);
        Set<RevisionId> missing = new HashSet<>();
        for (RevisionId id : applied.toList()) {
            if (!lastWords.getOrDefault(id.value(), false)) {
                missing.add(id);
            }
        }
        if (!missing.isEmpty() && !baselines.isEmpty()) {
            List<RevisionId> starts = baselines.stream()
                    .filter(id -> RevisionId.problemWith(id) == null)
                    .map(RevisionId::new)
                    .filter(graph::contains)
                    .toList();
            RevisionSet below = graph.ancestors(starts, Relation.FULL);
            missing.removeIf(id -> below.contains(id) && !lastWords.containsKey(id.value()));
        }
        if (missing.isEmpty()) {
            return List.of();
        }
        List<RevisionId> order = new ArrayList<>(graph.newestFirst(graph.setOf(missing)));
        Collections.reverse(order);
        return order;
    }

    private static List<RevisionId> known(RevisionGraph graph, Collection<RevisionId> ids) {
        return ids.stream().filter(graph::contains).toList();
    }
}
