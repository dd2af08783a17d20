// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.Severity;
import dev.retort.engine.MoveRequest;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.RunEvent;
import dev.retort.engine.RunResult;
import dev.retort.engine.StepDone;
import dev.retort.engine.plan.Plan;
import dev.retort.engine.plan.PreparedPlan;
import dev.retort.engine.plan.PreparedStep;
import dev.retort.engine.plan.Rehearsal;
import dev.retort.engine.plan.VersionRows;
import dev.retort.engine.script.Migrations;
import dev.retort.migration.RevisionId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Upgrades and downgrades one database. What has to be done is worked out before the lock is asked for, so that nothing is
 * written and nobody is kept waiting if it is nothing, or cannot work; once the lock is held, the version rows are read
 * again, and if they changed, so is the plan.
 */
public final class Runner {

    private final RetortConfig config;
    private final Migrations migrations;
    private final Session session;
    private final VersionTable versions;
    private final Moves moves;
    private final List<Finding> findings = new ArrayList<>();
    private final List<StepDone> done = new ArrayList<>();

    /**
     * @param config     project, clock, listener
     * @param migrations the project's migrations
     * @param session    the database; it stays open
     */
    public Runner(RetortConfig config, Migrations migrations, Session session) {
        this.config = config;
        this.migrations = migrations;
        this.session = session;
        this.versions = new VersionTable(config.project(), session.dialect());
        this.moves = new Moves(migrations.graph());
        this.findings.addAll(migrations.notes());
    }

    /**
     * Runs an upgrade or downgrade.
     *
     * @param request what to do
     * @return what was done
     * @throws RetortException if it cannot begin or did not work
     */
    public RunResult run(MoveRequest request) {
        long begin = System.nanoTime();
        Ledger ledger = new Ledger(config, session, request.tag());
        try {
            VersionRows before = versions.read(session.connection());
            Plan plan = plan(request, before, ledger);
            VersionRows after = before;
            if (plan.isEmpty()) {
                findings.addAll(plan.warnings());
            } else {
                PreparedPlan prepared = prepare(plan);
                RunLock lock = new LockWait(config, session).acquire(LockWait.description(config, request));
                try {
                    before = versions.read(session.connection());
                    Plan now = plan(request, before, ledger);
                    if (!now.equals(plan)) {
                        plan = now;
                        prepared = prepare(plan);
                    }
                    after = execute(request, prepared, ledger, lock);
                } finally {
                    lock.close();
                }
            }
            return new RunResult(
                    config.target(),
                    ledger.runId(),
                    request.direction(),
                    before.ids(),
                    after.ids(),
                    done,
                    Duration.ofNanos(System.nanoTime() - begin),
                    findings);
        } catch (SQLException refused) {
            throw LockWait.refused(session, config.lockTimeout(), refused, "reading or creating Retort's own tables");
        }
    }

    private Plan plan(MoveRequest request, VersionRows rows, Ledger ledger) throws SQLException {
        Plan plan = moves.plan(request.direction(), request.targets().get(0), rows);
        List<RevisionId> missed =
                Coverage.read(session.connection(), ledger.table()).neverRan(migrations.graph(), rows);
        return new MissedRevisions(migrations, missed).addTo(plan, request);
    }

    private PreparedPlan prepare(Plan plan) {
        Outcome<PreparedPlan> outcome = new Rehearsal(config, migrations, session.dialect()).prepare(plan);
        PreparedPlan prepared = outcome.orThrow();
        outcome.findings().stream()
                .filter(finding -> !findings.contains(finding))
                .forEach(this::report);
        return prepared;
    }

    private void report(Finding finding) {
        findings.add(finding);
        if (finding.severity() != Severity.ERROR) {
            config.listener().on(new RunEvent.Reported(config.target(), finding));
        }
    }

    private VersionRows execute(MoveRequest request, PreparedPlan prepared, Ledger ledger, RunLock lock)
            throws SQLException {
        Plan plan = prepared.plan();
        config.listener()
                .on(new RunEvent.Planned(
                        config.target(),
                        request.direction(),
                        session.dialect().id(),
                        plan.start().ids(),
                        plan.steps().stream().map(step -> step.revision()).toList()));
        createBooks(ledger, plan.start());
        RunningSchema schema = new RunningSchema(
                session, prepared, Set.of(versions.name(), ledger.table().name()));
        List<Finding> found = new ArrayList<>();
        StepRunner runner = new StepRunner(config, session, versions, ledger, schema, lock, found);
        VersionRows rows = plan.start();
        List<PreparedStep> steps = prepared.steps();
        for (int i = 0; i < steps.size(); i++) {
            PreparedStep step = steps.get(i);
            List<RevisionId> from = rows.ids();
            lock.requireHeld("revision '" + step.step().revision() + "'");
            config.listener()
                    .on(new RunEvent.StepStarted(
                            config.target(),
                            i + 1,
                            steps.size(),
                            request.direction(),
                            step.step().revision(),
                            from,
                            step.step().after().ids(),
                            step.header().message()));
            StepDone result = runner.run(step, new StepRunner.Progress(i, steps.subList(i, steps.size()), from));
            done.add(result);
            rows = step.step().after();
            found.forEach(this::report);
            found.clear();
            config.listener().on(new RunEvent.StepFinished(config.target(), result));
        }
        return rows;
    }

    private void createBooks(Ledger ledger, VersionRows rows) throws SQLException {
        Bookkeeping books = new Bookkeeping(session.dialect());
        books.createIfMissing(
                session, List.of(versions.definition(), ledger.table().definition()));
        ledger.adopt(migrations.graph(), rows);
    }
}
