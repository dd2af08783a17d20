// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.migration.RevisionId;
import java.time.Duration;
import java.util.List;

/**
 * A step of a run that was completed.
 *
 * @param revision   its revision; for a stamp, the row that was written or deleted
 * @param direction  what was done with it
 * @param message    what the revision is for
 * @param rows       version rows after it
 * @param statements how many statements ran
 * @param duration   how long it took
 */
public record StepDone(
        RevisionId revision,
        Direction direction,
        String message,
        List<RevisionId> rows,
        int statements,
        Duration duration) {

    public StepDone {
        rows = List.copyOf(rows);
    }
}
