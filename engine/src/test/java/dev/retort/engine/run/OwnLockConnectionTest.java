// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.dialect.SessionLock;
import dev.retort.engine.Retort;
import dev.retort.engine.RetortConfigBuilder;
import dev.retort.engine.RunEvent;
import dev.retort.engine.fixture.LiteProvider;
import dev.retort.engine.fixture.Project;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lock of a database where it lives in a session: it has a connection to itself. */
@Timeout(60)
class OwnLockConnectionTest {

    @TempDir
    Path folder;

    private final List<Connection> asked = new ArrayList<>();
    private final List<Connection> released = new ArrayList<>();
    private Project project;

    /** A lock that says where it lives, and is never held by others. */
    private final SessionLock lock = new SessionLock() {
        @Override
        public Optional<Held> tryAcquire(Request request) throws SQLException {
            assertTrue(request.connection().getAutoCommit());
            asked.add(request.connection());
            return Optional.of(() -> released.add(request.connection()));
        }

        @Override
        public Optional<String> holder(Request request) {
            return Optional.empty();
        }

        @Override
        public boolean needsOwnConnection() {
            return true;
        }
    };

    @BeforeEach
    void twoRevisions() {
        project = new Project(folder)
                .with("aaaa1", "upgrade", "table one a")
                .with("bbbb2", "revises aaaa1", "upgrade", "table two a");
    }

    private Retort open(UnaryOperator<RetortConfigBuilder> change) {
        return project.open(
                project.settings(), builder -> change.apply(builder.dialects(List.of(new LiteProvider(lock)))));
    }

    @Test
    void theLockLivesOnAPooledConnectionThatIsGivenBackAtTheEnd() throws SQLException {
        open(builder -> builder).upgrade("head");

        assertEquals(1, asked.size());
        assertTrue(asked.get(0).getClass().getName().startsWith("com.zaxxer."), asked.toString());
        assertEquals(asked, released);
        assertTrue(asked.get(0).isClosed());
        assertEquals(List.of("bbbb2"), project.rows());
        assertFalse(
                Thread.getAllStackTraces().keySet().stream()
                        .anyMatch(thread -> thread.getName().startsWith("retort-lock")),
                "nothing keeps a connection alive that is closed");
    }

    @Test
    void aLockWhoseConnectionIsGoneStopsTheRunBeforeTheNextRevision() {
        Finding finding = Project.findingsOf(() -> open(builder -> builder.listener(event -> {
                            if (event instanceof RunEvent.StepStarted) {
                                close(asked.get(0));
                            }
                        }))
                        .upgrade("head"))
                .get(0);

        assertEquals(ErrorCode.LOCK_LOST, finding.code());
        assertTrue(finding.message().endsWith("so the run stopped before revision 'bbbb2'."), finding.message());
        assertEquals(List.of("aaaa1"), project.rows());
        open(builder -> builder).upgrade("head");
        assertEquals(List.of("bbbb2"), project.rows());
    }

    @Test
    void aConnectionThatEndsIsNoticedWhileNobodyAsks() throws Exception {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (LockConnection own = new LockConnection(connection, Duration.ofMillis(10))) {
            own.keepAlive();
            assertTrue(own.isAlive());
            connection.close();
            assertFalse(own.isAlive());
        }
    }

    @Test
    void connectionsOfTheApplicationAreTakenFromItsSourceAndGivenBackAsTheyWere() throws SQLException {
        List<Connection> given = new ArrayList<>();
        List<Boolean> modes = new ArrayList<>();
        OpenedConnections source = new OpenedConnections(() -> {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
            connection.setAutoCommit(false);
            given.add(connection);
            return connection;
        });
        open(builder -> builder.dataSource(source)
                        .versionListeners(
                                List.of(change -> modes.add(given.get(1).getAutoCommit()))))
                .upgrade("head");

        assertEquals(2, given.size());
        assertNotSame(given.get(0), asked.get(0));
        assertSame(given.get(1), asked.get(0));
        assertEquals(List.of(true, true), modes);
        assertTrue(given.get(0).isClosed() && given.get(1).isClosed());
    }

    @Test
    void anApplicationThatHasNoSecondConnectionIsToldThatTwoAreNeeded() {
        List<Connection> given = new ArrayList<>();
        OpenedConnections source = new OpenedConnections(() -> {
            if (!given.isEmpty()) {
                throw new SQLException("the pool is empty");
            }
            given.add(DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db")));
            return given.get(0);
        });
        Finding finding = Project.findingsOf(
                        () -> open(builder -> builder.dataSource(source)).upgrade("head"))
                .get(0);

        assertEquals(ErrorCode.UNREACHABLE, finding.code());
        assertEquals(4, finding.code().exitStatus().code());
        assertEquals(
                "The database gave no second connection, which the lock against other runners needs: the pool is empty.",
                finding.message());
    }

    @Test
    void thePoolTellsWhatTheDriverSaid() {
        SQLException reason = new SQLException("too many connections", "53300");
        try (ConnectionPool pool = new ConnectionPool(
                () -> {
                    throw reason;
                },
                300)) {
            assertSame(reason, assertThrows(SQLException.class, pool::open));
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
