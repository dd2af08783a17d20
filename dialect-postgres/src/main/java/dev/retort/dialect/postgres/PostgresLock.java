// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SessionLock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * An advisory lock of the session, which goes with it. Its key is told from the name of the version table; locks belong to
 * a database, so projects in different databases never meet.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory Locks</a>
 */
final class PostgresLock implements SessionLock {

    private static final String HOLDER = "SELECT a.pid, a.usename, a.application_name, a.client_addr,"
            + " pg_catalog.to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS') FROM pg_catalog.pg_locks l"
            + " JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid WHERE l.locktype = 'advisory' AND l.granted"
            + " AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())"
            + " AND l.objsubid = 1 AND ((l.classid::bigint << 32) | l.objid::bigint) = ?";

    @Override
    public boolean needsOwnConnection() {
        return true;
    }

    @Override
    public Optional<Held> tryAcquire(Request request) throws SQLException {
        long key = key(request.name());
        if (!ask(request.connection(), "SELECT pg_catalog.pg_try_advisory_lock(?)", key)) {
            return Optional.empty();
        }
        return Optional.of(new AdvisoryLock(request.connection(), key));
    }

    @Override
    public Optional<String> holder(Request request) throws SQLException {
        try (PreparedStatement statement = request.connection().prepareStatement(HOLDER)) {
            statement.setLong(1, key(request.name()));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(words(rows)) : Optional.empty();
            }
        }
    }

    private static String words(ResultSet rows) throws SQLException {
        String user = rows.getString(2);
        String application = rows.getString(3);
        String address = rows.getString(4);
        return "server process " + rows.getInt(1)
                + (application == null || application.isEmpty() ? "" : " (" + application + ")")
                + (user == null ? "" : " of user " + user)
                + (address == null ? "" : " from " + address)
                + " since " + rows.getString(5);
    }

    private static boolean ask(Connection connection, String query, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** The same on every machine and in every version of Retort. */
    static long key(String name) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(("retort:" + name).getBytes(StandardCharsets.UTF_8));
            return java.nio.ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /** A statement that finds a table locked gives up in time, rather than keep all others behind it waiting. */
    @Override
    public Held waitForOthers(Connection connection, Duration patience) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String before;
            try (ResultSet rows = statement.executeQuery("SHOW lock_timeout")) {
                rows.next();
                before = rows.getString(1);
            }
            // 0 would mean to wait without end.
            long milliseconds = Math.min(Math.max(patience.toMillis(), 1), Integer.MAX_VALUE);
            statement.execute("SET lock_timeout = " + milliseconds);
            return () -> restore(connection, before);
        }
    }

    private static void restore(Connection connection, String before) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '" + before + "'");
        } catch (SQLException closed) {
            // a connection that is gone waits for nobody
        }
    }

    private static final class AdvisoryLock implements Held {

        private final Connection connection;
        private final long key;
        private boolean held = true;

        AdvisoryLock(Connection connection, long key) {
            this.connection = connection;
            this.key = key;
        }

        @Override
        public synchronized void close() {
            if (!held) {
                return;
            }
            held = false;
            try {
                ask(connection, "SELECT pg_catalog.pg_advisory_unlock(?)", key);
            } catch (SQLException closed) {
                // the lock went with the session
            }
        }
    }
}
