// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Where a session gets further connections to its database from. */
public interface Connections extends AutoCloseable {

    /**
     * Opens a connection, beside all that are open already.
     *
     * @return the connection; closing it gives it back
     * @throws SQLException what the driver threw, or the source if it has no more
     */
    Connection open() throws SQLException;

    /** Gives up what was kept for further connections. */
    @Override
    void close();

    /**
     * What the driver threw, where a pool wrapped it.
     *
     * @param thrown what a pool or driver threw
     * @return the driver's exception, or the same
     */
    static SQLException cause(SQLException thrown) {
        return thrown.getClass() == SQLTransientConnectionException.class
                        && thrown.getCause() instanceof SQLException inner
                ? inner
                : thrown;
    }
}
