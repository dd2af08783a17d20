// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.ErrorTranslator;
import dev.retort.engine.plan.Direction;
import dev.retort.engine.plan.LoweredOperation;
import dev.retort.engine.plan.PreparedStep;
import dev.retort.engine.plan.RenderedRun;
import dev.retort.engine.plan.StepRenderer;
import dev.retort.migration.RevisionId;
import dev.retort.project.Redaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what failed, where, what the database says, what is done, what remains, and what to do. */
final class FailureReport {

    private static final int MOST_LISTED = 5;

    private final Session session;
    private final PreparedStep step;
    private final StepRunner.Progress progress;
    private final boolean kept;
    private final Retries retries;

    /** @param kept whether a part of the step could not be rolled back
     *  @param retries how often was tried what failed */
    FailureReport(Session session, PreparedStep step, StepRunner.Progress progress, boolean kept, Retries retries) {
        this.session = session;
        this.step = step;
        this.progress = progress;
        this.kept = kept;
        this.retries = retries;
    }

    Finding describe(StatementFailure failure, @Nullable StepRenderer renderer, int before) {
        Throwable cause = failure.getCause();
        RenderedRun run = failure.run();
        LoweredOperation origin = run == null || renderer == null ? null : renderer.origin(run, failure.statement());
        SourceLocation location = origin == null || origin.location().equals(SourceLocation.NONE)
                ? step.header().location()
                : origin.location();
        boolean up = step.step().direction() == Direction.UP;
        StringBuilder text = new StringBuilder(revision() + " failed in its " + (up ? "upgrade" : "downgrade"));
        text.append(origin == null ? "" : ", at '" + origin.operation().keyword() + "'")
                .append(":\n");
        text.append(indented(failure.text()))
                .append('\n')
                .append(reason(cause))
                .append(retries.attempts() > 1 ? " It was tried " + retries.attempts() + " times." : "")
                .append('\n')
                .append(blockers())
                .append(state(before));
        boolean mayPass = isTransient(cause);
        return Finding.error(code(cause), text.toString())
                .about(step.step().revision().value())
                .at(location)
                .withHint(
                        mayPass
                                ? "This may pass: run the same command again. The project file says how long a lock is"
                                        + " waited for ('timeouts') and how often it is tried ('retry')."
                                : cause instanceof AssertionViolated
                                        ? "Correct the rows or the migration, and run the same command again."
                                        : "Fix the migration and run the same command again.");
    }

    /** Another program, which does not know Retort's lock, did not let go of the database's.
     *  @param limited whether the project or the migration says how long was waited */
    Finding held(Duration waited, boolean limited, int before) {
        boolean up = step.step().direction() == Direction.UP;
        String again = retries.attempts() > 1 ? " It was tried " + retries.attempts() + " times." : "";
        return Finding.error(
                        ErrorCode.LOCK_TIMEOUT,
                        revision() + " was not " + (up ? "upgraded" : "downgraded") + ": "
                                + LockWait.anotherConnection(session, waited) + again + '\n' + blockers()
                                + state(before))
                .about(step.step().revision().value())
                .withHint(
                        limited
                                ? "Find out which program writes to it, and run the same command again when it is done, or"
                                        + " wait longer: 'timeouts' and 'retry' in the project file."
                                : LockWait.WAIT_LONGER);
    }

    private ErrorCode code(Throwable cause) {
        if (cause instanceof AssertionViolated) {
            return ErrorCode.ASSERTION_FAILED;
        }
        if (cause instanceof SQLException) {
            return isTransient(cause) ? ErrorCode.LOCK_TIMEOUT : ErrorCode.STATEMENT_FAILED;
        }
        return ErrorCode.CODE_FAILED;
    }

    private boolean isTransient(Throwable cause) {
        return cause instanceof SQLException sql && session.dialect().errors().isTransient(sql);
    }

    private String blockers() {
        if (retries.holders().isEmpty()) {
            return "";
        }
        return "Who holds the lock:\n" + indented(String.join("\n", retries.holders())) + '\n';
    }

    private String reason(Throwable cause) {
        if (cause instanceof SQLException sql) {
            ErrorTranslator errors = session.dialect().errors();
            String message =
                    errors.translate(sql, session.url()).map(Finding::message).orElseGet(() -> errors.message(sql));
            return sentence("The database says: " + Redaction.redact(message));
        }
        if (cause instanceof AssertionViolated) {
            return sentence(String.valueOf(cause.getMessage()));
        }
        return sentence("The code threw " + cause.getClass().getSimpleName() + ": "
                + Redaction.redact(String.valueOf(cause.getMessage())));
    }

    private String state(int before) {
        StringBuilder text = new StringBuilder();
        if (kept) {
            text.append("The ")
                    .append(before)
                    .append(" statements of this revision before it ran outside a transaction and stay in effect.");
        } else {
            text.append("Everything of this revision was rolled back.");
        }
        text.append(" The database is at ").append(list(progress.rows())).append('.');
        if (progress.done() > 0) {
            text.append(' ')
                    .append(progress.done())
                    .append(progress.done() == 1 ? " revision" : " revisions")
                    .append(" ran before it and stayed.");
        }
        List<RevisionId> remaining = progress.remaining().stream()
                .map(each -> each.step().revision())
                .toList();
        return text.append(" Remaining: ").append(list(remaining)).append('.').toString();
    }

    private String revision() {
        String message = step.header().message();
        return "Revision '" + step.step().revision() + "'" + (message.isEmpty() ? "" : " (" + message + ")");
    }

    private static String list(List<RevisionId> ids) {
        if (ids.isEmpty()) {
            return "base";
        }
        String some = ids.stream().limit(MOST_LISTED).map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        return ids.size() <= MOST_LISTED ? some : some + " and " + (ids.size() - MOST_LISTED) + " more";
    }

    private static String indented(String text) {
        return text.lines().map(line -> "  " + line).collect(Collectors.joining("\n"));
    }

    private static String sentence(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") || stripped.endsWith("!") ? stripped : stripped + ".";
    }
}
