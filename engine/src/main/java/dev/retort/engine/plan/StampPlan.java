// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import java.util.List;

/**
 * What a stamp does: the version rows change and no migration runs.
 *
 * @param start   the rows before
 * @param changes the statements against the version table, in order
 * @param rows    the rows after
 */
public record StampPlan(VersionRows start, List<RowChange> changes, VersionRows rows) {

    public StampPlan {
        changes = List.copyOf(changes);
    }
}
