// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The statements that lead from some rows to others, as Alembic writes them: one row becomes one (update), a row comes
 * (insert) or goes (delete), several become one (delete all but the last, update that), one becomes several (update, insert
 * the others).
 */
final class RowChanges {

    private RowChanges() {}

    /** From all rows before to all rows after. */
    static List<RowChange> between(Collection<RevisionId> before, Collection<RevisionId> after) {
        Set<RevisionId> removed = new LinkedHashSet<>(before);
        after.forEach(removed::remove);
        Set<RevisionId> added = new LinkedHashSet<>(after);
        before.forEach(added::remove);
        return replacing(List.copyOf(removed), List.copyOf(added));
    }

    /** From the rows that go to those that come; others stay. */
    static List<RowChange> replacing(List<RevisionId> removed, List<RevisionId> added) {
        List<RowChange> changes = new ArrayList<>();
        boolean update = !removed.isEmpty() && !added.isEmpty();
        int deleted = update ? removed.size() - 1 : removed.size();
        removed.subList(0, deleted).forEach(row -> changes.add(new RowChange.Delete(row)));
        if (update) {
            changes.add(new RowChange.Update(removed.get(deleted), added.get(0)));
        }
        added.subList(update ? 1 : 0, added.size()).forEach(row -> changes.add(new RowChange.Insert(row)));
        return List.copyOf(changes);
    }
}
