// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.engine.Direction;
import dev.retort.engine.MoveRequest;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.engine.plan.Plan;
import dev.retort.engine.plan.Planner;
import dev.retort.engine.plan.StampPlan;
import dev.retort.engine.plan.VersionRows;
import java.util.List;

/** Turns requests into plans. */
public final class Moves {

    private final Planner planner;

    /**
     * @param graph the project's revisions
     */
    public Moves(RevisionGraph graph) {
        this.planner = new Planner(graph);
    }

    /**
     * Plans an upgrade or downgrade.
     *
     * @param direction which
     * @param target    a revision symbol
     * @param rows      what the database has
     * @return the plan
     */
    public Plan plan(Direction direction, String target, VersionRows rows) {
        RevisionSymbol symbol = RevisionSymbol.parse(target);
        return direction == Direction.UPGRADE ? planner.upgrade(rows, symbol) : planner.downgrade(rows, symbol);
    }

    /**
     * Plans a stamp.
     *
     * @param request a stamp
     * @param rows    what the database has
     * @return the plan
     */
    public StampPlan stamp(MoveRequest request, VersionRows rows) {
        List<RevisionSymbol> targets =
                request.targets().stream().map(RevisionSymbol::parse).toList();
        return planner.stamp(rows, targets, request.purge());
    }
}
