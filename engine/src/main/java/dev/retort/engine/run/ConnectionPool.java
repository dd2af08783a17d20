// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** A small pool that keeps nothing in store: a connection is opened when one is asked for. */
final class ConnectionPool implements Connections {

    private static final int MOST = 2;

    /** How long a connection is tried for, in milliseconds. */
    static final int PATIENCE_MILLIS = 10_000;

    private final HikariDataSource pool;

    ConnectionPool(OpenedConnections.Opener opener, int patienceMillis) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("retort");
        settings.setDataSource(new OpenedConnections(opener));
        settings.setMaximumPoolSize(MOST);
        settings.setMinimumIdle(0);
        settings.setMaxLifetime(0); // the lock lives as long as its session
        settings.setConnectionTimeout(patienceMillis);
        settings.setInitializationFailTimeout(-1); // the first connection that is asked for is soon enough
        pool = new HikariDataSource(settings);
    }

    @Override
    public Connection open() throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLException refused) {
            throw Connections.cause(refused);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
