// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Capability;
import dev.retort.dialect.Statement;
import dev.retort.engine.Direction;
import dev.retort.engine.MoveRequest;
import dev.retort.engine.PlanResult;
import dev.retort.engine.PlannedStep;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.plan.Plan;
import dev.retort.engine.plan.PreparedPlan;
import dev.retort.engine.plan.PreparedStep;
import dev.retort.engine.plan.Rehearsal;
import dev.retort.engine.plan.RenderedRun;
import dev.retort.engine.plan.RowChange;
import dev.retort.engine.plan.StampPlan;
import dev.retort.engine.plan.StepRenderer;
import dev.retort.engine.plan.StepTimeouts;
import dev.retort.engine.plan.VersionRows;
import dev.retort.engine.script.Migrations;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import java.util.ArrayList;
import java.util.List;

/** Tells what a run would do. The database is asked for its version rows and its ledger alone. */
public final class DryRun {

    private final RetortConfig config;
    private final Migrations migrations;
    private final Session session;
    private final VersionTable versions;

    /**
     * @param config     project, target, arguments
     * @param migrations the project's migrations
     * @param session    the database; it stays open
     */
    public DryRun(RetortConfig config, Migrations migrations, Session session) {
        this.config = config;
        this.migrations = migrations;
        this.session = session;
        this.versions = new VersionTable(config.project(), session.dialect());
    }

    /**
     * Plans.
     *
     * @param request what would be run
     * @return what would be done, and everything that was found
     */
    public PlanResult plan(MoveRequest request) {
        VersionRows rows = versions.rows(session);
        List<Finding> findings = new ArrayList<>(migrations.notes());
        Moves moves = new Moves(migrations.graph());
        if (request.direction() == Direction.STAMP) {
            StampPlan plan = moves.stamp(request, rows);
            return result(request, rows, plan.rows(), stamps(plan), findings);
        }
        Plan plan = moves.plan(request.direction(), request.targets().get(0), rows);
        try {
            plan = new MissedRevisions(migrations, new LedgerReader(config, session).neverRan(migrations.graph(), rows))
                    .addTo(plan, request);
        } catch (RetortException never) {
            findings.addAll(never.findings());
        }
        Outcome<PreparedPlan> outcome = new Rehearsal(config, migrations, session.dialect()).prepare(plan);
        findings.addAll(outcome.findings());
        PreparedPlan prepared = outcome.value();
        List<PlannedStep> steps = prepared == null ? List.of() : steps(prepared, outcome.hasErrors());
        return result(request, rows, plan.rows(), steps, findings);
    }

    private PlanResult result(
            MoveRequest request,
            VersionRows before,
            VersionRows after,
            List<PlannedStep> steps,
            List<Finding> findings) {
        return new PlanResult(
                config.target(),
                session.dialect().id(),
                request.direction(),
                before.ids(),
                after.ids(),
                steps,
                findings);
    }

    private List<PlannedStep> stamps(StampPlan plan) {
        VersionRows rows = plan.start();
        List<PlannedStep> steps = new ArrayList<>();
        for (RowChange change : plan.changes()) {
            rows = rows.after(List.of(change));
            RevisionId id = change instanceof RowChange.Insert insert
                    ? insert.revision()
                    : change instanceof RowChange.Update update ? update.to() : ((RowChange.Delete) change).revision();
            boolean known = migrations.graph().contains(id);
            steps.add(new PlannedStep(
                    id,
                    Direction.STAMP,
                    known ? migrations.graph().header(id).message() : "",
                    known ? migrations.source(id).name() : "",
                    List.of(),
                    List.of(versions.sql(change)),
                    rows.ids(),
                    true,
                    false));
        }
        return steps;
    }

    /** @param broken whether something is wrong, so that rendering would only say so again */
    private List<PlannedStep> steps(PreparedPlan plan, boolean broken) {
        StepRenderer renderer = StepRenderer.offline(session.dialect(), plan.start());
        List<PlannedStep> steps = new ArrayList<>();
        for (PreparedStep step : plan.steps()) {
            List<String> statements = new ArrayList<>();
            boolean estimated = renderer.needsDefinitions(step);
            if (!broken) {
                try {
                    StepTimeouts timeouts = new StepTimeouts(
                            session.dialect(), config.project().limits().timeouts(), step);
                    timeouts.settings().forEach(setting -> statements.add(setting.set()));
                    for (RenderedRun run : renderer.render(step.operations())) {
                        timeouts.differing(run).forEach(setting -> statements.add(setting.set()));
                        run.statements().forEach(statement -> statements.add(text(statement)));
                    }
                } catch (RetortException unknown) {
                    // The run will read the database where the migrations do not say enough.
                    statements.add("-- not known before the database is read: "
                            + unknown.findings().get(0).message());
                }
            }
            steps.add(new PlannedStep(
                    step.step().revision(),
                    step.step().direction() == dev.retort.engine.plan.Direction.UP
                            ? Direction.UPGRADE
                            : Direction.DOWNGRADE,
                    step.header().message(),
                    step.source().name(),
                    step.operations().stream()
                            .map(lowered -> lowered.operation().keyword())
                            .toList(),
                    statements,
                    step.step().after().ids(),
                    session.dialect().can(Capability.TRANSACTIONAL_DDL)
                            && step.header().transaction() == TransactionMode.AUTO,
                    estimated));
        }
        return steps;
    }

    private static String text(Statement statement) {
        return statement instanceof Statement.Code code
                ? "-- Java code: " + code.description()
                : StatementRunner.text(statement);
    }
}
