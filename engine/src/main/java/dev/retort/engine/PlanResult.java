// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.diagnostic.Finding;
import dev.retort.migration.RevisionId;
import java.util.List;

/**
 * What a command would do. Nothing was changed to find out.
 *
 * @param target    name of the target, empty for a project without named targets
 * @param dialect   id of the dialect
 * @param direction what was asked for
 * @param before    version rows now
 * @param after     version rows afterwards
 * @param steps     what would run, in order
 * @param findings  everything that was found, errors included
 */
public record PlanResult(
        String target,
        String dialect,
        Direction direction,
        List<RevisionId> before,
        List<RevisionId> after,
        List<PlannedStep> steps,
        List<Finding> findings) {

    public PlanResult {
        before = List.copyOf(before);
        after = List.copyOf(after);
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }
}
