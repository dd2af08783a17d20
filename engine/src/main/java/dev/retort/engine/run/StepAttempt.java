// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Capability;
import dev.retort.dialect.Statement;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.plan.PreparedStep;
import dev.retort.engine.plan.RenderedRun;
import dev.retort.engine.plan.StepRenderer;
import dev.retort.engine.plan.StepTimeouts;
import dev.retort.operation.Custom;
import dev.retort.operation.Execute;
import dev.retort.operation.Run;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one step while they run. It knows how far they are committed, so that after a rollback it goes on
 * from there: from the start in a transaction, from the failed statement outside one.
 */
final class StepAttempt {

    /** Version rows and ledger, to be written in the transaction of the statements before them or in one of their own. */
    interface Books {

        void write(int statements) throws SQLException, StatementFailure;
    }

    private final Session session;
    private final RunningSchema schema;
    private final PreparedStep step;
    private final List<Finding> findings;
    private final boolean transactional;
    private final StepTimeouts timeouts;
    private final SessionSettings settings;
    private final StepTransaction transaction;
    private final StatementRunner statements;
    private final SessionSettings own;
    private @Nullable StepTransaction books;
    private RunningSchema.@Nullable Rendered rendered;
    private @Nullable RenderedRun current;
    private int nextRun;
    private int nextStatement;
    private int committed;

    StepAttempt(
            RetortConfig config,
            Session session,
            RunningSchema schema,
            PreparedStep step,
            boolean transactional,
            List<Finding> findings) {
        this.session = session;
        this.schema = schema;
        this.step = step;
        this.findings = findings;
        this.transactional = transactional;
        Connection connection = session.connection();
        this.timeouts =
                new StepTimeouts(session.dialect(), config.project().limits().timeouts(), step);
        this.settings = new SessionSettings(connection);
        this.own = new SessionSettings(connection);
        this.transaction = new StepTransaction(session, transactional);
        this.statements = new StatementRunner(config, connection, step.step().revision());
    }

    /** {@return how many statements ran and were not rolled back} */
    int count() {
        return statements.count();
    }

    /** {@return whether a part of the step cannot be taken back any more} */
    boolean keptSomething() {
        return transaction.keptSomething();
    }

    /** {@return a number that grows with what is committed} */
    int progress() {
        return committed;
    }

    StepTimeouts timeouts() {
        return timeouts;
    }

    @Nullable
    StepRenderer renderer() {
        return rendered == null ? null : rendered.by();
    }

    /** Runs what has not run yet, and then writes the books. */
    void run(Books ending) throws SQLException, StatementFailure {
        while (!goOn()) {
            statements.backTo(committed);
        }
        if (!transactional) {
            books = new StepTransaction(session, true);
        }
        StepTransaction last = books == null ? transaction : books;
        last.begin();
        ending.write(statements.count());
        try {
            last.commit();
        } catch (SQLException refused) {
            throw new StatementFailure(null, null, "COMMIT", refused);
        }
    }

    /** Runs everything; false if a setting turned out to be needed that cannot be made inside a transaction. */
    private boolean goOn() throws SQLException, StatementFailure {
        List<RenderedRun> runs = render();
        for (Statement.SessionSetting setting : timeouts.settings()) {
            make(settings, null, setting);
        }
        for (RenderedRun run : runs) {
            makeSettings(run);
        }
        for (int i = nextRun; i < runs.size(); i++) {
            int first = i == nextRun ? nextStatement : 0;
            RenderedRun run = first > 0 && current != null ? current : latest(runs.get(i));
            current = run;
            if (lacksSettings(run)) {
                boolean again = transaction.isOpen();
                transaction.rollback();
                makeSettings(run);
                if (again) {
                    return false;
                }
            }
            for (Statement.SessionSetting setting : timeouts.differing(run)) {
                make(own, run, setting);
            }
            for (int j = first; j < run.statements().size(); j++) {
                if (!(run.statements().get(j) instanceof Statement.SessionSetting)) {
                    send(run, i, j);
                }
            }
            own.restore();
        }
        return true;
    }

    private List<RenderedRun> render() throws SQLException {
        RunningSchema.Rendered before = rendered;
        RunningSchema.Rendered now = before;
        if (now == null) {
            now = schema.render(step, findings);
        } else if (nextRun == 0 && nextStatement == 0) {
            now = schema.again(step, now);
        }
        rendered = now;
        return now.runs();
    }

    private RenderedRun latest(RenderedRun planned) throws SQLException {
        return planned.provisional() ? schema.again(planned) : planned;
    }

    private boolean lacksSettings(RenderedRun run) {
        return run.statements().stream()
                .anyMatch(statement ->
                        statement instanceof Statement.SessionSetting setting && !settings.isMade(setting));
    }

    private void makeSettings(RenderedRun run) throws StatementFailure {
        for (Statement statement : run.statements()) {
            if (statement instanceof Statement.SessionSetting setting) {
                make(settings, run, setting);
            }
        }
    }

    private static void make(SessionSettings where, @Nullable RenderedRun run, Statement.SessionSetting setting)
            throws StatementFailure {
        try {
            where.make(setting);
        } catch (SQLException refused) {
            throw new StatementFailure(run, setting, setting.set(), refused);
        }
    }

    private void send(RenderedRun run, int index, int number) throws SQLException, StatementFailure {
        if (Thread.interrupted()) {
            Thread.currentThread().interrupt();
            throw new RetortException(Finding.error(
                            ErrorCode.INTERRUPTED,
                            "Interrupted in revision '" + step.step().revision() + "'"
                                    + (keptSomething() ? "." : "; all of it was rolled back."))
                    .withHint("Run the same command again."));
        }
        Statement statement = run.statements().get(number);
        transaction.enter(
                statement instanceof Statement.Sql sql ? sql.placement() : Statement.Placement.IN_TRANSACTION);
        committedUpTo(index, number);
        statements.run(run, statement);
        transaction.done();
        committedUpTo(index, number + 1);
    }

    private void committedUpTo(int run, int statement) {
        if (!transaction.isOpen()) {
            nextRun = run;
            nextStatement = statement;
            committed = statements.count();
        }
    }

    /**
     * Whether a failed statement may be sent again. In a transaction it may; alone, only if nothing of it can have
     * happened: not code or SQL that Retort did not write, and not a statement that a database with transactional DDL
     * wants outside of them, because it consists of several itself (PostgreSQL's CREATE INDEX CONCURRENTLY).
     */
    boolean mayRepeat(StatementFailure failure) {
        Statement statement = failure.statement();
        RenderedRun run = failure.run();
        if (transaction.isOpen() || run == null || !(statement instanceof Statement.Sql sql)) {
            return !(statement instanceof Statement.Code) || transaction.isOpen();
        }
        boolean foreign = run.operations().stream()
                .anyMatch(lowered -> lowered.operation() instanceof Execute
                        || lowered.operation() instanceof Run
                        || lowered.operation() instanceof Custom);
        return !foreign
                && (sql.placement() == Statement.Placement.IN_TRANSACTION
                        || !session.dialect().can(Capability.TRANSACTIONAL_DDL));
    }

    /** Goes back to what is committed. */
    void back() {
        transaction.rollback();
        if (books != null) {
            books.rollback();
        }
        statements.backTo(committed);
        try {
            own.restore();
        } catch (SQLException refused) {
            findings.add(notPutBack(refused));
        }
    }

    /** Puts the session's settings back; what it says if that fails is no reason to fail for a step that did. */
    @Nullable
    Finding restoreSettings() {
        try {
            settings.restore();
            return null;
        } catch (SQLException refused) {
            return notPutBack(refused);
        }
    }

    private Finding notPutBack(SQLException refused) {
        return Finding.warning(
                ErrorCode.DATABASE_REFUSED,
                "A setting of the session could not be put back after revision '"
                        + step.step().revision() + "': "
                        + session.dialect().errors().message(refused) + ".");
    }
}
