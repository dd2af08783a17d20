// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.dialect.Definitions;
import dev.retort.engine.replay.ReplayState;
import java.util.List;

/**
 * A plan that was tried in memory from the first operation to the last.
 *
 * @param plan    the plan
 * @param start   the schema before its first step, as far as it is needed
 * @param complete whether {@code start} is the whole schema; else only what the plan's operations speak of is certain
 * @param told    what the dialect told of the steps before the first one, if it was asked
 * @param steps   its steps
 */
public record PreparedPlan(Plan plan, ReplayState start, boolean complete, Definitions told, List<PreparedStep> steps) {

    public PreparedPlan {
        steps = List.copyOf(steps);
    }
}
