// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.Severity;
import dev.retort.dialect.Capability;
import dev.retort.engine.Direction;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.StepDone;
import dev.retort.engine.plan.PreparedStep;
import dev.retort.engine.plan.RenderedRun;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import dev.retort.operation.DeleteRows;
import dev.retort.operation.InsertRows;
import dev.retort.operation.ObjectRef;
import dev.retort.operation.UpdateRows;
import dev.retort.project.Redaction;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private final RunLock lock;
    private final List<Finding> findings;

    StepRunner(
            RetortConfig config,
            Session session,
            VersionTable versions,
            Ledger ledger,
            RunningSchema schema,
            RunLock lock,
            List<Finding> findings) {
        this.config = config;
        this.session = session;
        this.versions = versions;
        this.ledger = ledger;
        this.schema = schema;
        this.lock = lock;
        this.findings = findings;
    }

    /** Runs a step, or throws after everything that can be rolled back was. {@code progress} tells what else there is. */
    StepDone run(PreparedStep step, Progress progress) {
        boolean transactional = isTransactional(step);
        StepAttempt attempt = new StepAttempt(config, session, schema, step, transactional, findings);
        Retries retries = new Retries(config, step.step().revision());
        Ledger.Subject subject = subject(step);
        try {
            run(step, progress, attempt, retries, subject, transactional);
        } catch (StatementFailure failure) {
            Finding finding = new FailureReport(session, step, progress, attempt.keptSomething(), retries)
                    .describe(failure, attempt.renderer(), attempt.count());
            recordFailure(subject, attempt, finding);
            throw new RetortException(List.of(finding), failure.getCause());
        } catch (SQLException refused) {
            FailureReport report = new FailureReport(session, step, progress, attempt.keptSomething(), retries);
            if (session.dialect().errors().isTransient(refused)) {
                // Not for the ledger, which could not be written either.
                throw new RetortException(
                        List.of(report.held(patience(attempt), limited(attempt), attempt.count())), refused);
            }
            Finding finding =
                    report.describe(new StatementFailure(null, null, "(bookkeeping of Retort)", refused), null, 0);
            recordFailure(subject, attempt, finding);
            throw new RetortException(List.of(finding), refused);
        } catch (RetortException wrong) {
            recordFailure(subject, attempt, wrong.findings().get(0));
            throw wrong;
        }
        return new StepDone(
                step.step().revision(),
                subject.direction(),
                step.header().message(),
                step.step().after().ids(),
                attempt.count(),
                Duration.ofNanos(System.nanoTime() - subject.beganNanos()));
    }

    private void run(
            PreparedStep step,
            Progress progress,
            StepAttempt attempt,
            Retries retries,
            Ledger.Subject subject,
            boolean transactional)
            throws SQLException, StatementFailure {
        if (!transactional) {
            ledger.add(subject, 0, Ledger.STARTED, step.header().message());
        }
        boolean settled = false;
        try {
            untilItHasItsLocks(attempt, retries, count -> finish(step, progress, subject, count));
            settled = true;
        } finally {
            if (!settled) {
                attempt.back();
            }
            restoreSettings(attempt, settled);
        }
    }

    /** Tries again what failed for want of a lock, as often as the project allows. */
    private void untilItHasItsLocks(StepAttempt attempt, Retries retries, StepAttempt.Books books)
            throws SQLException, StatementFailure {
        int progress = attempt.progress();
        while (true) {
            try {
                attempt.run(books);
                return;
            } catch (StatementFailure failure) {
                boolean repeatable = failure.getCause() instanceof SQLException refused
                        && session.dialect().errors().isTransient(refused)
                        && attempt.mayRepeat(failure);
                attempt.back();
                if (attempt.progress() > progress) {
                    progress = attempt.progress();
                    retries.startOver();
                }
                if (failure.getCause() instanceof SQLException refused
                        && session.dialect().errors().isTransient(refused)) {
                    retries.heldBy(lock.holders(tables(failure.run())));
                }
                if (!repeatable || !retries.next(failure.text(), reason(failure.getCause()))) {
                    throw failure;
                }
            } catch (SQLException refused) {
                attempt.back();
                boolean held = session.dialect().errors().isTransient(refused);
                if (held) {
                    retries.heldBy(lock.holders(tables(null)));
                }
                // Without a timeout for locks, this waited as long as for another runner: that was patience enough.
                if (!held || !limited(attempt) || !retries.next("(begin or end of the revision)", reason(refused))) {
                    throw refused;
                }
            }
        }
    }

    private String reason(Throwable refused) {
        return refused instanceof SQLException sql
                ? Redaction.redact(session.dialect().errors().message(sql))
                : String.valueOf(refused.getMessage());
    }

    /** What a statement speaks of; without one, Retort's own table, which it was about to write. */
    private Set<QualifiedName> tables(@Nullable RenderedRun run) {
        if (run == null) {
            return Set.of(versions.name());
        }
        return run.operations().stream()
                .map(lowered -> lowered.operation().footprint())
                .flatMap(footprint -> Stream.concat(footprint.reads().stream(), footprint.writes().stream()))
                .filter(ref -> ref.kind() == ObjectKind.TABLE || ref.kind() == ObjectKind.VIEW)
                .map(ObjectRef::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean limited(StepAttempt attempt) {
        return attempt.timeouts().whole().lock() != null;
    }

    private Duration patience(StepAttempt attempt) {
        Duration timeout = attempt.timeouts().whole().lock();
        return timeout == null ? config.lockTimeout() : timeout;
    }

    private Ledger.Subject subject(PreparedStep step) {
        return new Ledger.Subject(
                step.step().revision().value(),
                step.step().direction() == dev.retort.engine.plan.Direction.UP
                        ? Direction.UPGRADE
                        : Direction.DOWNGRADE,
                Checksum.of(step.source().content()),
                config.clock().instant(),
                System.nanoTime());
    }

    private void finish(PreparedStep step, Progress progress, Ledger.Subject subject, int count)
            throws SQLException, StatementFailure {
        versions.apply(session.connection(), step.step().changes());
        new VersionNews(config, session.connection())
                .tell(
                        subject.direction(),
                        List.of(step.step().revision()),
                        step.header().message(),
                        progress.rows(),
                        step.step().after().ids());
        ledger.add(subject, count, Ledger.APPLIED, step.header().message());
    }

    private void restoreSettings(StepAttempt attempt, boolean worked) {
        Finding finding = attempt.restoreSettings();
        if (finding != null) {
            findings.add(finding);
            if (worked) {
                throw new RetortException(List.of(new Finding(
                        finding.code(),
                        Severity.ERROR,
                        finding.subject(),
                        null,
                        finding.message() + " The revision itself is done.",
                        "Run the same command again.")));
            }
        }
    }

    private void recordFailure(Ledger.Subject subject, StepAttempt attempt, Finding finding) {
        try {
            ledger.add(subject, attempt.count(), Ledger.FAILED, finding.message());
        } catch (SQLException refused) {
            findings.add(Finding.warning(
                    ErrorCode.DATABASE_REFUSED,
                    "The failure could not be written to the ledger: "
                            + session.dialect().errors().message(refused) + "."));
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
