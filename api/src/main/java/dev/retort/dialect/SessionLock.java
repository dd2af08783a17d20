// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.project.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
     * What is to be locked.
     *
     * @param connection  a connection for the lock
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
    }
}
