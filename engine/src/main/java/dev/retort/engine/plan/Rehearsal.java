// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.Severity;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.PlacedOperation;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.graph.Relation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.inverse.Inverse;
import dev.retort.engine.replay.Replay;
import dev.retort.engine.replay.ReplayState;
import dev.retort.engine.script.Migrations;
import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationBody;
import dev.retort.migration.MigrationContext;
import dev.retort.migration.MigrationStep;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tries a whole plan in memory before a database is touched, so that an operation that cannot work is found before the
 * first one runs. What earlier migrations made is replayed only if the plan speaks of it.
 */
public final class Rehearsal {

    private final Migrations migrations;
    private final RevisionGraph graph;
    private final Dialect dialect;
    private final Bodies bodies;
    private final Lowering lowering;
    private final Inverse inverse;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<RevisionId, List<MigrationStep>> inverses = new HashMap<>();
    private Definitions told = Definitions.NONE;

    /**
     * @param config     target, arguments, naming convention
     * @param migrations the project's migrations
     * @param dialect    the dialect to prepare for
     */
    public Rehearsal(RetortConfig config, Migrations migrations, Dialect dialect) {
        this.migrations = migrations;
        this.dialect = dialect;
        this.graph = migrations.graph();
        this.bodies = new Bodies(migrations, new MigrationContext(config.arguments()));
        this.lowering = new Lowering(config, dialect);
        this.inverse = new Inverse(dialect);
    }

    /**
     * Tries a plan.
     *
     * @param plan an upgrade or downgrade
     * @return the plan with its operations, and everything that was found; no value if a migration cannot be read
     */
    public Outcome<PreparedPlan> prepare(Plan plan) {
        return prepare(plan, false);
    }

    /**
     * Tries a plan whose statements nobody will look up anything for: what the dialect tells of the steps before it is kept.
     *
     * @param plan an upgrade or downgrade
     * @return see {@link #prepare}
     */
    public Outcome<PreparedPlan> prepareScript(Plan plan) {
        return prepare(plan, true);
    }

    private Outcome<PreparedPlan> prepare(Plan plan, boolean tells) {
        findings.addAll(plan.warnings());
        List<RevisionId> revisions = plan.steps().stream().map(Step::revision).toList();
        findings.addAll(bodies.read(revisions));
        if (hasErrors()) {
            return Outcome.failed(findings.stream().distinct().toList());
        }
        refuseIrreversible(plan);
        boolean history = !plan.start().isEmpty() && needsHistory(plan);
        ReplayState start = history ? history(plan, tells) : ReplayState.EMPTY;
        if (hasErrors()) {
            return Outcome.failed(findings.stream().distinct().toList());
        }
        Replay replay = new Replay(start, dialect);
        List<PreparedStep> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            List<LoweredOperation> operations = lowering.lower(steps(step), replay, findings);
            steps.add(new PreparedStep(
                    step, graph.header(step.revision()), migrations.source(step.revision()), operations));
        }
        findings.addAll(replay.findings());
        boolean complete = history || plan.start().isEmpty();
        return new Outcome<>(
                new PreparedPlan(plan, start, complete, told, steps),
                findings.stream().distinct().toList());
    }

    private boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private void refuseIrreversible(Plan plan) {
        for (Step step : plan.steps()) {
            if (step.direction() == Direction.DOWN
                    && bodies.of(step.revision()).downgrade() instanceof Downgrade.Irreversible no) {
                findings.add(Finding.error(
                                dev.retort.diagnostic.ErrorCode.IRREVERSIBLE,
                                "Revision '" + step.revision() + "' cannot be downgraded, its author says: "
                                        + no.reason())
                        .about(step.revision().value())
                        .at(no.location())
                        .withHint("Downgrade to '" + step.revision() + "' or above, or restore a backup."));
            }
        }
    }

    private boolean needsHistory(Plan plan) {
        boolean computed = plan.steps().stream().anyMatch(this::isComputed);
        return computed
                || References.needHistory(plan.steps().stream().map(this::steps).toList());
    }

    private boolean isComputed(Step step) {
        return step.direction() == Direction.DOWN
                && bodies.of(step.revision()).downgrade() instanceof Downgrade.Auto
                && !bodies.of(step.revision()).upgrade().isEmpty();
    }

    /** Replays everything that is applied; on the way, computes the inverses that the plan needs. */
    private ReplayState history(Plan plan, boolean tells) {
        Set<RevisionId> wanted = new HashSet<>();
        plan.steps().stream().filter(this::isComputed).forEach(step -> wanted.add(step.revision()));
        Set<RevisionId> planned = new HashSet<>();
        plan.steps().forEach(step -> planned.add(step.revision()));

        List<RevisionId> applied =
                new ArrayList<>(graph.newestFirst(graph.ancestors(plan.start().ids(), Relation.FULL)));
        Collections.reverse(applied);
        applied.removeAll(plan.missed());
        findings.addAll(bodies.read(applied));
        if (hasErrors()) {
            return ReplayState.EMPTY;
        }
        Replay replay = new Replay(ReplayState.EMPTY, dialect);
        for (RevisionId id : applied) {
            List<MigrationStep> upgrade = lowering.applicable(bodies.of(id).upgrade());
            if (wanted.contains(id)) {
                Outcome<List<MigrationStep>> undoing = inverse.of(upgrade, replay.state());
                findings.addAll(undoing.findings());
                List<MigrationStep> steps = undoing.value();
                inverses.put(id, steps == null ? List.of() : steps);
            }
            if (tells) {
                lowering.place(upgrade, replay).forEach(this::tell);
            } else {
                lowering.follow(upgrade, replay);
            }
            if (!planned.contains(id)) {
                bodies.forget(id);
            }
        }
        return replay.state();
    }

    private void tell(PlacedOperation placed) {
        try {
            told = dialect.ddl().told(List.of(placed), told);
        } catch (RetortException refused) {
            // It ran long ago, under a version that took it, and tells nothing now.
        }
    }

    private List<MigrationStep> steps(Step step) {
        MigrationBody body = bodies.of(step.revision());
        if (step.direction() == Direction.UP) {
            return lowering.applicable(body.upgrade());
        }
        if (body.downgrade() instanceof Downgrade.Steps given) {
            return lowering.applicable(given.steps());
        }
        return inverses.getOrDefault(step.revision(), List.of());
    }
}
