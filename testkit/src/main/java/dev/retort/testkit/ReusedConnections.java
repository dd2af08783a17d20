// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Connections that are kept when they are closed, and handed out again: opening one can take longer than a whole case. Not for
 * several threads at once.
 */
public final class ReusedConnections implements AutoCloseable {

    private final Opener opener;
    private final Deque<Connection> idle = new ArrayDeque<>();

    /**
     * @param opener how a connection is opened if none is left
     */
    public ReusedConnections(Opener opener) {
        this.opener = opener;
    }

    /** How a connection is opened. */
    @FunctionalInterface
    public interface Opener {

        /**
         * @return a new connection that commits each statement
         * @throws SQLException if the database refuses
         */
        Connection open() throws SQLException;
    }

    /**
     * @return a connection that commits each statement; {@code close} gives it back, an open transaction is rolled back
     * @throws SQLException if a new one is needed and the database refuses
     */
    public Connection take() throws SQLException {
        Connection known = idle.poll();
        Connection connection = known == null ? opener.open() : known;
        AtomicBoolean open = new AtomicBoolean(true);
        return (Connection) Proxy.newProxyInstance(
                ReusedConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (open.getAndSet(false)) {
                            release(connection);
                        }
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private void release(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            idle.push(connection);
        }
    }

    /** Closes those that are not handed out. */
    @Override
    public void close() throws SQLException {
        while (!idle.isEmpty()) {
            idle.pop().close();
        }
    }
}
