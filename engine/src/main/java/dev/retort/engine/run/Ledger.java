// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.engine.Direction;
import dev.retort.engine.LedgerEntry;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.plan.VersionRows;
import dev.retort.migration.RevisionId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the lines of one run. */
final class Ledger {

    static final String STARTED = "started";
    static final String APPLIED = "applied";
    static final String FAILED = "failed";

    /** Outcome of a stamp for a revision that no longer counts as applied. */
    static final String REMOVED = "removed";

    /** Outcome of a stamp by a script: the revision counts as applied, and so does everything that was below it. */
    static final String BASELINE = "baseline";

    private final RetortConfig config;
    private final Session session;
    private final LedgerTable table;
    private final String runId;
    private final @Nullable String tag;

    /** @param tag a word to keep with every line, or null */
    Ledger(RetortConfig config, Session session, @Nullable String tag) {
        this.config = config;
        this.session = session;
        this.table = new LedgerTable(config.project(), session.dialect());
        this.runId = config.ids().get().value();
        this.tag = tag;
    }

    String runId() {
        return runId;
    }

    LedgerTable table() {
        return table;
    }

    /** What a line is about. */
    record Subject(String revision, Direction direction, String checksum, Instant startedAt, long beganNanos) {}

    void add(Subject subject, int statements, String outcome, String message) throws SQLException {
        table.add(session.connection(), List.of(entry(subject, statements, outcome, message)));
    }

    /** Says of revisions that they count as applied, or no longer do, though nothing ran. */
    void stamp(Collection<RevisionId> revisions, Subject like, String outcome, String message) throws SQLException {
        List<LedgerEntry> entries = new ArrayList<>();
        for (RevisionId revision : revisions) {
            Subject subject = new Subject(revision.value(), Direction.STAMP, "", like.startedAt(), like.beganNanos());
            entries.add(entry(subject, 0, outcome, message));
        }
        table.add(session.connection(), entries);
    }

    /**
     * Begins the ledger of a database that something else brought to where it is, such as Alembic: what counts as applied
     * now is taken as applied, so that what is inserted below it later can be told from it.
     */
    void adopt(RevisionGraph graph, VersionRows rows) throws SQLException {
        List<RevisionId> known = rows.ids().stream().filter(graph::contains).toList();
        Coverage coverage = Coverage.read(session.connection(), table);
        if (known.isEmpty() || coverage.hasBegun()) {
            return;
        }
        Subject subject = new Subject("", Direction.STAMP, "", config.clock().instant(), System.nanoTime());
        StepTransaction transaction = new StepTransaction(session, true);
        try {
            transaction.begin();
            stamp(coverage.unaccounted(graph, known), subject, APPLIED, "was applied before this ledger began");
            transaction.commit();
        } finally {
            transaction.rollback();
        }
    }

    private LedgerEntry entry(Subject subject, int statements, String outcome, String message) {
        boolean open = outcome.equals(STARTED);
        return new LedgerEntry(
                0,
                runId,
                subject.revision(),
                subject.direction().word(),
                subject.startedAt(),
                open ? null : config.clock().instant(),
                Duration.ofNanos(System.nanoTime() - subject.beganNanos()).toMillis(),
                config.user(),
                config.host(),
                config.toolVersion(),
                session.dialect().version().toString(),
                subject.checksum(),
                statements,
                outcome,
                tag == null ? message : (message + " [" + tag + "]").strip());
    }
}
