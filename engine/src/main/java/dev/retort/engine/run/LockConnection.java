// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A connection that a lock lives on. Nothing else runs on it, so that a server would end it as idle in a long run: it is
 * spoken to from time to time. Whoever uses it holds its monitor.
 */
final class LockConnection implements AutoCloseable {

    private static final int ANSWER_SECONDS = 5;

    private final Connection connection;
    private final boolean autoCommit;
    private final long intervalMillis;
    private boolean alive = true;
    private boolean closed;

    LockConnection(Connection connection, Duration interval) throws SQLException {
        this.connection = connection;
        this.autoCommit = connection.getAutoCommit();
        this.intervalMillis = interval.toMillis();
        if (!autoCommit) {
            connection.setAutoCommit(true);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Begins to speak to it, until it is closed. */
    void keepAlive() {
        Thread pulse = new Thread(this::pulse, "retort-lock");
        pulse.setDaemon(true);
        pulse.start();
    }

    private synchronized void pulse() {
        try {
            while (!closed && alive) {
                wait(intervalMillis);
                if (!closed) {
                    isAlive();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@return whether its session is still there; one that was gone once does not come back} */
    synchronized boolean isAlive() {
        try {
            alive = alive && connection.isValid(ANSWER_SECONDS);
        } catch (SQLException gone) {
            alive = false;
        }
        return alive;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        try (connection) {
            if (!autoCommit) {
                connection.setAutoCommit(false); // a pool lends the same connection to others
            }
        } catch (SQLException gone) {
            alive = false; // its lock went with it
        }
    }
}
