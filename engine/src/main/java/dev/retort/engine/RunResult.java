// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.diagnostic.Finding;
import dev.retort.migration.RevisionId;
import java.time.Duration;
import java.util.List;

/**
 * What an upgrade, downgrade or stamp did. If it failed there is no result but a
 * {@link dev.retort.diagnostic.RetortException}.
 *
 * @param target    name of the target, empty for a project without named targets
 * @param runId     name of the run in the ledger
 * @param direction what was asked for
 * @param before    version rows before it
 * @param after     version rows after it
 * @param steps     what was done, in order; empty if nothing had to be done
 * @param duration  how long it took, waiting for the lock included
 * @param findings  warnings and notes, drift among them
 */
public record RunResult(
        String target,
        String runId,
        Direction direction,
        List<RevisionId> before,
        List<RevisionId> after,
        List<StepDone> steps,
        Duration duration,
        List<Finding> findings) {

    public RunResult {
        before = List.copyOf(before);
        after = List.copyOf(after);
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }
}
