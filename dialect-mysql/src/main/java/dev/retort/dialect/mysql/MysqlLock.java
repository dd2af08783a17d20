// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.SessionLock;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A lock that the server keeps under a name ({@code GET_LOCK}). It goes with the connection, so that a runner that is
 * killed leaves nothing behind. Names hold for the whole server, so the name of the database is part of it.
 */
final class MysqlLock implements SessionLock {

    private static final int LONGEST = 64;

    @Override
    public boolean needsOwnConnection() {
        return true;
    }

    @Override
    public Optional<Held> tryAcquire(Request request) throws SQLException {
        Connection connection = request.connection();
        String name = name(request);
        // Without this a session would get its own lock twice.
        if (number(connection, "SELECT IS_USED_LOCK(?)", name) == number(connection, "SELECT CONNECTION_ID()", null)) {
            return Optional.empty();
        }
        if (number(connection, "SELECT GET_LOCK(?, 0)", name) != 1) {
            return Optional.empty();
        }
        return Optional.of(() -> release(connection, name));
    }

    private static void release(Connection connection, String name) {
        try {
            number(connection, "SELECT RELEASE_LOCK(?)", name);
        } catch (SQLException gone) {
            // The server gives the lock back when the connection ends.
        }
    }

    @Override
    public Optional<String> holder(Request request) throws SQLException {
        long id = number(request.connection(), "SELECT IS_USED_LOCK(?)", name(request));
        if (id < 0) {
            return Optional.empty();
        }
        String sql = "SELECT user, host, time FROM information_schema.processlist WHERE id = ?";
        try (PreparedStatement statement = request.connection().prepareStatement(sql)) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return Optional.of(
                        rows.next()
                                ? "connection " + id + " of " + rows.getString(1) + " from " + rows.getString(2)
                                : "connection " + id);
            }
        } catch (SQLException hidden) {
            return Optional.of("connection " + id);
        }
    }

    /** Statements on tables wait for the locks of others, for their data and for their definition. */
    @Override
    public Held waitForOthers(Connection connection, Duration patience) throws SQLException {
        long seconds = Math.max(1, Math.min(patience.toSeconds(), 31_536_000));
        long[] before = {
            number(connection, "SELECT @@lock_wait_timeout", null),
            number(connection, "SELECT @@innodb_lock_wait_timeout", null)
        };
        set(connection, seconds, seconds);
        return () -> {
            try {
                set(connection, before[0], before[1]);
            } catch (SQLException gone) {
                // A connection that is gone waits for nobody.
            }
        };
    }

    private static void set(Connection connection, long definitions, long rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION lock_wait_timeout = " + definitions + ", SESSION innodb_lock_wait_timeout = "
                    + Math.min(rows, 1_073_741_824));
        }
    }

    /** At most 64 characters, as MySQL demands. */
    private static String name(Request request) throws SQLException {
        String database = request.connection().getCatalog();
        String name = "retort:" + (database == null ? "" : database) + ":" + request.name();
        if (name.length() <= LONGEST) {
            return name;
        }
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        String end = ":" + Long.toHexString(sum.getValue());
        return name.substring(0, LONGEST - end.length()) + end;
    }

    /** The number in the first column; -1 for NULL. */
    private static long number(Connection connection, String sql, @org.jspecify.annotations.Nullable String parameter)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (parameter != null) {
                statement.setString(1, parameter);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                long number = rows.getLong(1);
                return rows.wasNull() ? -1 : number;
            }
        }
    }
}
