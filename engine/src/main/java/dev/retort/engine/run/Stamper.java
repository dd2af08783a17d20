// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.RetortException;
import dev.retort.engine.Direction;
import dev.retort.engine.MoveRequest;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.RunEvent;
import dev.retort.engine.RunResult;
import dev.retort.engine.StepDone;
import dev.retort.engine.graph.Relation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.engine.plan.RowChange;
import dev.retort.engine.plan.StampPlan;
import dev.retort.engine.plan.VersionRows;
import dev.retort.engine.script.Migrations;
import dev.retort.migration.RevisionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Changes the version rows and runs nothing. All of it is one transaction. */
public final class Stamper {

    private final RetortConfig config;
    private final Migrations migrations;
    private final Session session;
    private final VersionTable versions;

    /**
     * @param config     project, clock, listener
     * @param migrations the project's migrations
     * @param session    the database; it stays open
     */
    public Stamper(RetortConfig config, Migrations migrations, Session session) {
        this.config = config;
        this.migrations = migrations;
        this.session = session;
        this.versions = new VersionTable(config.project(), session.dialect());
    }

    /**
     * Stamps the database.
     *
     * @param request a stamp
     * @return what was done
     * @throws RetortException if it did not work; then nothing changed
     */
    public RunResult stamp(MoveRequest request) {
        long begin = System.nanoTime();
        Ledger ledger = new Ledger(config, session, request.tag());
        try {
            plan(request); // a mistake in the request is told without keeping anybody waiting
            RunLock lock = new LockWait(config, session).acquire(LockWait.description(config, request));
            try {
                new Bookkeeping(session.dialect())
                        .createIfMissing(
                                session,
                                List.of(versions.definition(), ledger.table().definition()));
                StampPlan plan = plan(request);
                ledger.adopt(migrations.graph(), plan.start());
                boolean nothing = plan.changes().isEmpty()
                        && !request.purge()
                        && newlyApplied(plan, ledger).isEmpty();
                lock.requireHeld("anything was stamped");
                List<StepDone> done = nothing ? List.of() : write(request, plan, ledger);
                return new RunResult(
                        config.target(),
                        ledger.runId(),
                        Direction.STAMP,
                        plan.start().ids(),
                        plan.rows().ids(),
                        done,
                        Duration.ofNanos(System.nanoTime() - begin),
                        migrations.notes());
            } finally {
                lock.close();
            }
        } catch (SQLException refused) {
            throw LockWait.refused(session, config.lockTimeout(), refused, "writing the version rows");
        }
    }

    private StampPlan plan(MoveRequest request) throws SQLException {
        VersionRows rows = request.purge()
                ? versions.readWhatCanBeRead(session.connection())
                : versions.read(session.connection());
        return new Moves(migrations.graph()).stamp(request, rows);
    }

    private List<StepDone> write(MoveRequest request, StampPlan plan, Ledger ledger) throws SQLException {
        Connection connection = session.connection();
        List<RevisionId> written = request.purge() ? plan.rows().ids() : writtenBy(plan.changes());
        config.listener()
                .on(new RunEvent.Planned(
                        config.target(),
                        Direction.STAMP,
                        session.dialect().id(),
                        plan.start().ids(),
                        written));
        Ledger.Subject subject =
                new Ledger.Subject("", Direction.STAMP, "", config.clock().instant(), System.nanoTime());
        StepTransaction transaction = new StepTransaction(session, true);
        try {
            transaction.begin();
            if (request.purge()) {
                versions.purge(connection);
                List<RowChange> inserts = new ArrayList<>();
                plan.rows().ids().forEach(id -> inserts.add(new RowChange.Insert(id)));
                versions.apply(connection, inserts);
            } else {
                versions.apply(connection, plan.changes());
            }
            new VersionNews(config, connection)
                    .tell(
                            Direction.STAMP,
                            written,
                            "",
                            plan.start().ids(),
                            plan.rows().ids());
            String words = words(request, plan);
            ledger.stamp(newlyApplied(plan, ledger), subject, Ledger.APPLIED, words);
            ledger.stamp(noLongerApplied(plan), subject, Ledger.REMOVED, words);
            transaction.commit();
        } finally {
            transaction.rollback();
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - subject.beganNanos());
        return written.stream()
                .map(id -> new StepDone(
                        id, Direction.STAMP, message(id), plan.rows().ids(), 0, duration))
                .toList();
    }

    /** What the rows now say is there, though the ledger does not. */
    private List<RevisionId> newlyApplied(StampPlan plan, Ledger ledger) throws SQLException {
        return Coverage.read(session.connection(), ledger.table())
                .unaccounted(migrations.graph(), plan.rows().ids());
    }

    private List<RevisionId> noLongerApplied(StampPlan plan) {
        RevisionGraph graph = migrations.graph();
        RevisionSet before = graph.ancestors(
                plan.start().ids().stream().filter(graph::contains).toList(), Relation.FULL);
        List<RevisionId> gone = new ArrayList<>(
                graph.newestFirst(before.minus(graph.ancestors(plan.rows().ids(), Relation.FULL))));
        plan.start().ids().stream().filter(id -> !graph.contains(id)).forEach(gone::add);
        return gone;
    }

    /**
     * What the ledger says of a stamp.
     *
     * @param request what was asked for
     * @param plan    what it comes to
     * @return a line of words
     */
    public static String words(MoveRequest request, StampPlan plan) {
        return "stamp " + String.join(" ", request.targets()) + (request.purge() ? " --purge" : "") + ": "
                + plan.start().ids() + " became " + plan.rows().ids();
    }

    private String message(RevisionId id) {
        return migrations.graph().contains(id) ? migrations.graph().header(id).message() : "";
    }

    private static List<RevisionId> writtenBy(List<RowChange> changes) {
        List<RevisionId> ids = new ArrayList<>();
        for (RowChange change : changes) {
            if (change instanceof RowChange.Insert insert) {
                ids.add(insert.revision());
            } else if (change instanceof RowChange.Update update) {
                ids.add(update.to());
            } else if (change instanceof RowChange.Delete delete) {
                ids.add(delete.revision());
            }
        }
        return ids;
    }
}
