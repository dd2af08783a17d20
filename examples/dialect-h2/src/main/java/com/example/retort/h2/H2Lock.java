// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.dialect.SessionLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A row that is never committed, in a temporary table that all sessions see: whoever inserts the same row must wait, and the
 * row goes with the session. It needs a session of its own, so that a connection without a URL, and a database in memory
 * without a name, which nobody else can reach, have no lock.
 */
final class H2Lock implements SessionLock {

    private static final int LOCK_TIMEOUT = 50200;

    @Override
    public Optional<Held> tryAcquire(Request request) throws SQLException {
        if (request.url() == null || request.url().afterScheme().matches("mem:(;.*)?")) {
            return Optional.of(() -> {});
        }
        Connection session = session(request);
        try (PreparedStatement insert = session.prepareStatement("INSERT INTO \"retort lock\" VALUES (?, ?)")) {
            insert.setString(1, request.name());
            insert.setString(2, request.description());
            insert.execute();
            // Closing ends the transaction, and with it the row.
            return Optional.of(Held.by(session));
        } catch (SQLException refused) {
            session.close();
            if (refused.getErrorCode() != LOCK_TIMEOUT) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    private static Connection session(Request request) throws SQLException {
        Connection session = new H2DialectProvider().connect(request.url(), request.project());
        try (Statement statement = session.createStatement()) {
            statement.execute("CREATE GLOBAL TEMPORARY TABLE IF NOT EXISTS \"retort lock\""
                    + " (\"name\" VARCHAR PRIMARY KEY, \"holder\" VARCHAR) NOT PERSISTENT");
            statement.execute("SET LOCK_TIMEOUT 1");
        }
        session.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
        session.setAutoCommit(false);
        return session;
    }

    @Override
    public Optional<String> holder(Request request) throws SQLException {
        try (Connection session = session(request);
                PreparedStatement query =
                        session.prepareStatement("SELECT \"holder\" FROM \"retort lock\" WHERE \"name\" = ?")) {
            query.setString(1, request.name());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
