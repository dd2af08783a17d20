// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.migration.RevisionId;
import java.util.List;

/**
 * One migration of a plan.
 *
 * @param direction which of its two halves runs
 * @param revision  which migration
 * @param after     the version rows once it has run
 * @param changes   the statements against the version table that lead there, in order
 */
public record Step(Direction direction, RevisionId revision, VersionRows after, List<RowChange> changes) {

    public Step {
        changes = List.copyOf(changes);
    }
}
