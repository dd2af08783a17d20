// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.engine.plan.RowChange.Delete;
import dev.retort.engine.plan.RowChange.Insert;
import dev.retort.engine.plan.RowChange.Update;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows while changes are applied to them: in order, and each change in constant time. */
final class RowList {

    private final List<@Nullable RevisionId> slots;
    private final Map<RevisionId, Integer> places = new HashMap<>();

    RowList(List<RevisionId> rows) {
        this.slots = new ArrayList<>(rows);
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i), i);
        }
    }

    void apply(RowChange change) {
        boolean fits;
        if (change instanceof Insert insert) {
            fits = places.putIfAbsent(insert.revision(), slots.size()) == null;
            slots.add(insert.revision());
        } else if (change instanceof Delete delete) {
            Integer place = places.remove(delete.revision());
            fits = place != null;
            put(place, null);
        } else {
            Update update = (Update) change;
            Integer place = places.remove(update.from());
            fits = place != null && places.putIfAbsent(update.to(), place) == null;
            put(place, update.to());
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "changes must fit the rows, but " + change + " does not fit " + toList());
        }
    }

    List<RevisionId> toList() {
        return slots.stream().filter(Objects::nonNull).toList();
    }

    private void put(@Nullable Integer place, @Nullable RevisionId row) {
        if (place != null) {
            slots.set(place, row);
        }
    }
}
