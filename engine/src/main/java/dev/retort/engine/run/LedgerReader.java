// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.engine.LedgerEntry;
import dev.retort.engine.RetortConfig;
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
}
