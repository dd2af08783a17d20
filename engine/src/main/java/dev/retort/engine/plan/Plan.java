// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.diagnostic.Finding;
import java.util.List;

/**
 * What an upgrade or downgrade does, in order.
 *
 * @param start    the rows before the first step
 * @param steps    the steps; none if there is nothing to do
 * @param warnings what its user should know although the plan can run
 */
public record Plan(VersionRows start, List<Step> steps, List<Finding> warnings) {

    public Plan {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
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
