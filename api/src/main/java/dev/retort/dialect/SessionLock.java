// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.project.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps other runners out of a database for as long as one works on it. The lock belongs to a session or process, so that
 * it goes with it; nothing of it is stored as data.
 */
public interface SessionLock {

    /**
     * Tries once to take the lock; never waits.
     *
     * @param request whose lock, on what
     * @return the lock, or empty if another runner has it
     * @throws SQLException if the database refuses
     */
    Optional<Held> tryAcquire(Request request) throws SQLException;

    /**
     * Who has the lock, as far as that can be found out.
     *
     * @param request whose lock, on what
     * @return words for a message, such as {@code process 4711 (retort upgrade head) since 12:01:07}
     * @throws SQLException if the database refuses
     */
    Optional<String> holder(Request request) throws SQLException;

    /**
     * Whether the lock lives in the session that takes it, so that it needs a connection of its own: one in auto-commit
     * mode, on which no statement of a migration runs, which is kept alive for as long as the lock is held.
     *
     * @return whether the request's connection must be another than the one that migrations run on
     */
    default boolean needsOwnConnection() {
        return false;
    }

    /**
     * Lets statements wait for other programs, which know nothing of this lock, as long as is given. A database whose
     * locks are not of the whole database needs nothing.
     *
     * @param connection a connection, in auto-commit mode
     * @param patience   how long to wait
     * @return closed when the connection shall be as it was before
     * @throws SQLException if the database refuses
     */
    default Held waitForOthers(Connection connection, Duration patience) throws SQLException {
        return () -> {};
    }

    /**
     * Takes at the begin of a transaction what keeps other programs from writing, where the database has such a lock, so
     * that waiting comes before the first statement and not after some.
     *
     * @param connection a connection, not in auto-commit mode, on which nothing was done yet
     * @throws SQLException if the database refuses; transient if others did not let go in time
     */
    default void reserve(Connection connection) throws SQLException {}

    /**
     * What is to be locked.
     *
     * @param connection  a connection for the lock, in auto-commit mode
     * @param url         the database's URL, or null if the connection came from elsewhere
     * @param project     the project's folder
     * @param name        the version table's name: projects with different version tables do not exclude each other
     * @param description who asks, for others to read
     */
    record Request(
            Connection connection,
            @org.jspecify.annotations.Nullable DatabaseUrl url,
            Path project,
            String name,
            String description) {}

    /** A lock that is held. */
    interface Held extends AutoCloseable {

        /** Gives the lock back; a second call does nothing. */
        @Override
        void close();

        /**
         * A lock that goes with its session.
         *
         * @param session the connection that holds it and nothing else
         * @return the lock; closing it closes the connection
         */
        static Held by(Connection session) {
            return () -> {
                try {
                    session.close();
                } catch (SQLException gone) {
                    throw new IllegalStateException("the lock cannot be given back: " + gone.getMessage(), gone);
                }
            };
        }
    }
}
