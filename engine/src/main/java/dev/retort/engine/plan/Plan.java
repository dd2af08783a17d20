// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.diagnostic.Finding;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an upgrade or downgrade does, in order.
 *
 * @param start    the rows before the first step
 * @param steps    the steps; none if there is nothing to do
 * @param warnings what its user should know although the plan can run
 * @param missed   revisions that count as applied by the rows at the start but never ran, so that nothing of them is there
 */
public record Plan(VersionRows start, List<Step> steps, List<Finding> warnings, Set<RevisionId> missed) {

    public Plan {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
        missed = Set.copyOf(missed);
    }

    /**
     * A plan for a database where everything ran that counts as applied.
     *
     * @param start    the rows before the first step
     * @param steps    the steps
     * @param warnings what its user should know
     */
    public Plan(VersionRows start, List<Step> steps, List<Finding> warnings) {
        this(start, steps, warnings, Set.of());
    }

    /**
     * The same plan for a database where some revisions never ran.
     *
     * @param revisions those revisions, in the order of running
     * @param run       which of them to run before everything else
     * @return the plan
     */
    public Plan withMissed(List<RevisionId> revisions, List<RevisionId> run) {
        List<Step> all = new ArrayList<>();
        run.forEach(id -> all.add(new Step(Direction.UP, id, start, List.of())));
        all.addAll(steps);
        return new Plan(start, all, warnings, Set.copyOf(revisions));
    }

    /** {@return the rows after the last step} */
    public VersionRows rows() {
        return steps.isEmpty() ? start : steps.get(steps.size() - 1).after();
    }

    /** {@return whether there is nothing to do} */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
