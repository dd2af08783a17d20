// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.dialect.Statement.Placement;
import java.sql.Connection;
import java.sql.SQLException;

/** The transaction of a step: one, or several around statements that must stand alone, or none. */
final class StepTransaction {

    private final Session session;
    private final Connection connection;
    private final boolean wanted;
    private boolean open;
    private boolean dirty;
    private boolean kept;

    /** @param wanted whether statements run in a transaction unless they must not */
    StepTransaction(Session session, boolean wanted) {
        this.session = session;
        this.connection = session.connection();
        this.wanted = wanted;
    }

    /** Gets ready for a statement of this placement. */
    void enter(Placement placement) throws SQLException {
        if (wanted && placement == Placement.IN_TRANSACTION) {
            begin();
        } else if (open) {
            commit();
        }
        dirty = true;
    }

    /** {@return whether what was sent last can still be taken back} */
    boolean isOpen() {
        return open;
    }

    /** Notes that a statement is done: alone, it cannot be taken back any more. */
    void done() {
        kept = kept || !open;
    }

    void begin() throws SQLException {
        if (!open) {
            connection.setAutoCommit(false);
            open = true;
            session.dialect().lock().reserve(connection);
        }
    }

    void commit() throws SQLException {
        if (open) {
            connection.commit();
            connection.setAutoCommit(true);
            open = false;
            kept = kept || dirty;
        }
    }

    /** Takes back what can be taken back; what fails here failed already. */
    void rollback() {
        if (open) {
            open = false;
            dirty = false;
            try {
                connection.rollback();
            } catch (SQLException gone) {
                // the database rolls back by itself when the session ends
            }
            try {
                connection.setAutoCommit(true);
            } catch (SQLException gone) {
                // nothing further is sent on a connection like that
            }
        }
    }

    /** {@return whether a part of the step cannot be taken back any more} */
    boolean keptSomething() {
        return kept;
    }
}
