// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Capability;
import dev.retort.dialect.Statement;
import dev.retort.engine.Direction;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.StepDone;
import dev.retort.engine.plan.PreparedStep;
import dev.retort.engine.plan.RenderedRun;
import dev.retort.engine.plan.RowChange;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import dev.retort.operation.DeleteRows;
import dev.retort.operation.InsertRows;
import dev.retort.operation.UpdateRows;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Runs one step: its statements, its version rows and its line in the ledger, all in one transaction where the database
 * can roll back DDL and the migration does not say otherwise.
 */
final class StepRunner {

    private final RetortConfig config;
    private final Session session;
    private final VersionTable versions;
    private final Ledger ledger;
    private final RunningSchema schema;
    private final List<Finding> findings;

    StepRunner(
            RetortConfig config,
            Session session,
            VersionTable versions,
            Ledger ledger,
            RunningSchema schema,
            List<Finding> findings) {
        this.config = config;
        this.session = session;
        this.versions = versions;
        this.ledger = ledger;
        this.schema = schema;
        this.findings = findings;
    }

    /** Runs a step, or throws after everything that can be rolled back was. {@code progress} tells what else there is. */
    StepDone run(PreparedStep step, Progress progress) {
        Attempt attempt = new Attempt(step, progress.rows());
        try {
            return attempt.run();
        } catch (StatementFailure failure) {
            Finding finding = new FailureReport(session, step, progress, attempt.transaction.keptSomething())
                    .describe(
                            failure,
                            attempt.rendered == null ? null : attempt.rendered.by(),
                            attempt.statements.count());
            attempt.recordFailure(finding);
            throw new RetortException(List.of(finding), failure.getCause());
        } catch (SQLException refused) {
            FailureReport report = new FailureReport(session, step, progress, attempt.transaction.keptSomething());
            if (session.dialect().errors().isTransient(refused)) {
                // Not for the ledger, which could not be written either.
                throw new RetortException(
                        List.of(report.held(config.lockTimeout(), attempt.statements.count())), refused);
            }
            Finding finding =
                    report.describe(new StatementFailure(null, null, "(bookkeeping of Retort)", refused), null, 0);
            attempt.recordFailure(finding);
            throw new RetortException(List.of(finding), refused);
        } catch (RetortException wrong) {
            attempt.recordFailure(wrong.findings().get(0));
            throw wrong;
        }
    }

    /** One step while it runs. */
    private final class Attempt {

        private final PreparedStep step;
        private final List<RevisionId> before;
        private final boolean transactional;
        private final Ledger.Subject subject;
        private final SessionSettings settings = new SessionSettings(session.connection());
        private StepTransaction transaction;
        private StatementRunner statements;
        private RunningSchema.@org.jspecify.annotations.Nullable Rendered rendered;

        Attempt(PreparedStep step, List<RevisionId> before) {
            this.step = step;
            this.before = before;
            this.transactional = isTransactional(step);
            this.subject = new Ledger.Subject(
                    step.step().revision().value(),
                    step.step().direction() == dev.retort.engine.plan.Direction.UP
                            ? Direction.UPGRADE
                            : Direction.DOWNGRADE,
                    Checksum.of(step.source().content()),
                    config.clock().instant(),
                    System.nanoTime());
            this.transaction = new StepTransaction(session, transactional);
            this.statements = new StatementRunner(
                    config, session.connection(), step.step().revision());
        }

        StepDone run() throws SQLException, StatementFailure {
            RunningSchema.Rendered now = schema.render(step, findings);
            rendered = now;
            if (!transactional) {
                ledger.add(subject, 0, Ledger.STARTED, step.header().message());
            }
            boolean settled = false;
            try {
                makeSettings(now.runs());
                while (!tryOnce(now.runs())) {
                    transaction = new StepTransaction(session, transactional);
                    statements = new StatementRunner(
                            config, session.connection(), step.step().revision());
                }
                settled = true;
            } finally {
                transaction.rollback();
                restoreSettings(settled);
            }
            return new StepDone(
                    step.step().revision(),
                    subject.direction(),
                    step.header().message(),
                    step.step().after().ids(),
                    statements.count(),
                    Duration.ofNanos(System.nanoTime() - subject.beganNanos()));
        }

        private void makeSettings(List<RenderedRun> runs) throws StatementFailure {
            for (RenderedRun run : runs) {
                for (Statement statement : run.statements()) {
                    if (statement instanceof Statement.SessionSetting setting) {
                        try {
                            settings.make(setting);
                        } catch (SQLException refused) {
                            throw new StatementFailure(run, statement, setting.set(), refused);
                        }
                    }
                }
            }
        }

        /** Runs everything; false if a setting turned out to be needed that cannot be made inside a transaction. */
        private boolean tryOnce(List<RenderedRun> runs) throws SQLException, StatementFailure {
            for (RenderedRun planned : runs) {
                RenderedRun run = planned.provisional() ? schema.again(planned) : planned;
                boolean missing = run.statements().stream()
                        .anyMatch(statement ->
                                statement instanceof Statement.SessionSetting setting && !settings.isMade(setting));
                if (missing) {
                    boolean again = !transaction.keptSomething() && transactional;
                    transaction.rollback();
                    makeSettings(List.of(run));
                    if (again) {
                        return false;
                    }
                }
                for (Statement statement : run.statements()) {
                    if (!(statement instanceof Statement.SessionSetting)) {
                        send(run, statement);
                    }
                }
            }
            finish();
            return true;
        }

        private void send(RenderedRun run, Statement statement) throws SQLException, StatementFailure {
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                throw new RetortException(Finding.error(
                                ErrorCode.INTERRUPTED,
                                "Interrupted in revision '" + step.step().revision() + "'"
                                        + (transaction.keptSomething() ? "." : "; all of it was rolled back."))
                        .withHint("Run the same command again."));
            }
            transaction.enter(
                    statement instanceof Statement.Sql sql ? sql.placement() : Statement.Placement.IN_TRANSACTION);
            statements.run(run, statement);
            transaction.done();
        }

        /** Version rows and ledger, in the transaction of the statements before them, or in one of their own. */
        private void finish() throws SQLException, StatementFailure {
            if (!transactional) {
                transaction = new StepTransaction(session, true);
            }
            transaction.begin();
            List<RowChange> changes = step.step().changes();
            versions.apply(session.connection(), changes);
            new VersionNews(config, session.connection())
                    .tell(
                            subject.direction(),
                            List.of(step.step().revision()),
                            step.header().message(),
                            before,
                            step.step().after().ids());
            ledger.add(
                    subject, statements.count(), Ledger.APPLIED, step.header().message());
            try {
                transaction.commit();
            } catch (SQLException refused) {
                throw new StatementFailure(null, null, "COMMIT", refused);
            }
        }

        private void restoreSettings(boolean worked) throws SQLException {
            try {
                settings.restore();
            } catch (SQLException refused) {
                Finding finding = Finding.warning(
                        ErrorCode.DATABASE_REFUSED,
                        "A setting of the session could not be put back after revision '"
                                + step.step().revision() + "': "
                                + session.dialect().errors().message(refused) + ".");
                findings.add(finding);
                if (worked) {
                    throw new RetortException(List.of(new Finding(
                            finding.code(),
                            dev.retort.diagnostic.Severity.ERROR,
                            finding.subject(),
                            null,
                            finding.message() + " The revision itself is done.",
                            "Run the same command again.")));
                }
            }
        }

        private void recordFailure(Finding finding) {
            try {
                ledger.add(subject, statements.count(), Ledger.FAILED, finding.message());
            } catch (SQLException refused) {
                findings.add(Finding.warning(
                        ErrorCode.DATABASE_REFUSED,
                        "The failure could not be written to the ledger: "
                                + session.dialect().errors().message(refused) + "."));
            }
        }
    }

    private boolean isTransactional(PreparedStep step) {
        if (step.header().transaction() == TransactionMode.NONE) {
            return false;
        }
        return session.dialect().can(Capability.TRANSACTIONAL_DDL)
                || step.operations().stream()
                        .allMatch(lowered -> lowered.operation() instanceof InsertRows
                                || lowered.operation() instanceof UpdateRows
                                || lowered.operation() instanceof DeleteRows);
    }

    /** What a run did and has left to do, for the report of a failure. */
    record Progress(int done, List<PreparedStep> remaining, List<RevisionId> rows) {}
}
