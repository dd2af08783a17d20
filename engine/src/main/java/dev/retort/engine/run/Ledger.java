// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.engine.Direction;
import dev.retort.engine.LedgerEntry;
import dev.retort.engine.RetortConfig;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes the lines of one run. */
final class Ledger {

    static final String STARTED = "started";
    static final String APPLIED = "applied";
    static final String FAILED = "failed";

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
        boolean open = outcome.equals(STARTED);
        table.add(
                session.connection(),
                new LedgerEntry(
                        0,
                        runId,
                        subject.revision(),
                        subject.direction().word(),
                        subject.startedAt(),
                        open ? null : config.clock().instant(),
                        Duration.ofNanos(System.nanoTime() - subject.beganNanos())
                                .toMillis(),
                        config.user(),
                        config.host(),
                        config.toolVersion(),
                        session.dialect().version().toString(),
                        subject.checksum(),
                        statements,
                        outcome,
                        tag == null ? message : (message + " [" + tag + "]").strip()));
    }
}
