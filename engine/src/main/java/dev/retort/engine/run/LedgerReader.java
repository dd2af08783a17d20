// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.engine.LedgerEntry;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.plan.VersionRows;
import dev.retort.migration.RevisionId;
import java.sql.SQLException;
import java.util.List;

/** Reads the ledger. Creates nothing. */
public final class LedgerReader {

    private final Session session;
    private final LedgerTable table;

    /**
     * @param config  names of the tables
     * @param session the database; it stays open
     */
    public LedgerReader(RetortConfig config, Session session) {
        this.session = session;
        this.table = new LedgerTable(config.project(), session.dialect());
    }

    /** {@return all lines, oldest first; none if there is no ledger} */
    public List<LedgerEntry> read() {
        try {
            return table.exists(session.connection()) ? table.read(session.connection()) : List.of();
        } catch (SQLException refused) {
            throw session.refused(refused, "reading the ledger " + table.name());
        }
    }

    /**
     * Finds the revisions that count as applied by the version rows although no line of the ledger says that they ran, or
     * were stamped. Without a ledger nobody can tell, and there are none.
     *
     * @param graph the project's revisions
     * @param rows  what the database has
     * @return those revisions, in the order of running
     */
    public List<RevisionId> neverRan(RevisionGraph graph, VersionRows rows) {
        try {
            return Coverage.read(session.connection(), table).neverRan(graph, rows);
        } catch (SQLException refused) {
            throw session.refused(refused, "reading the ledger " + table.name());
        }
    }
}
