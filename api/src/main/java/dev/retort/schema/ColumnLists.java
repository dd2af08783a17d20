// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks of column lists. */
final class ColumnLists {

    private ColumnLists() {}

    static List<Identifier> distinct(String owner, List<Identifier> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(owner + " must have at least one column");
        }
        if (columns.size() == 1) {
            return List.copyOf(columns);
        }
        Set<Identifier> seen = new HashSet<>();
        for (Identifier column : columns) {
            if (!seen.add(column)) {
                throw new IllegalArgumentException(owner + " must not name column '" + column + "' twice");
            }
        }
        return List.copyOf(columns);
    }
}
