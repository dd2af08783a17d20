// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.dialect.SessionLock;
import dev.retort.project.DatabaseUrl;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServersExtension.class)
class PostgresLockTest {

    private final PostgresDialectProvider provider = new PostgresDialectProvider();
    private final PostgresLock lock = new PostgresLock();
    private DatabaseUrl url;
    private Connection one;
    private Connection other;

    @BeforeEach
    void connect(TestServers servers) throws SQLException {
        url = DatabaseUrl.parse(servers.get(ServerKind.POSTGRES).url());
        one = provider.connect(url, Path.of("."));
        other = provider.connect(url, Path.of("."));
    }

    @AfterEach
    void close() throws SQLException {
        one.close();
        other.close();
    }

    private SessionLock.Request request(Connection connection, String name) {
        return new SessionLock.Request(connection, url, Path.of("."), name, "retort upgrade head");
    }

    @Test
    void aSecondConnectionDoesNotGetTheLock() throws SQLException {
        SessionLock.Held held = lock.tryAcquire(request(one, "v")).orElseThrow();
        assertTrue(lock.tryAcquire(request(other, "v")).isEmpty());
        held.close();
        lock.tryAcquire(request(other, "v")).orElseThrow().close();
    }

    @Test
    void theHolderIsToldFromAnotherConnection() throws SQLException {
        SessionLock.Held held = lock.tryAcquire(request(one, "v")).orElseThrow();
        String words = lock.holder(request(other, "v")).orElseThrow();
        assertTrue(words.matches("server process \\d+ \\(retort\\) of user postgres from .* since .*"), words);
        held.close();
        assertEquals(Optional.empty(), lock.holder(request(other, "v")));
    }

    @Test
    void theLockGoesWithTheSession() throws SQLException, InterruptedException {
        lock.tryAcquire(request(one, "v")).orElseThrow();
        one.close();
        Optional<SessionLock.Held> held = Optional.empty();
        for (int i = 0; i < 100 && held.isEmpty(); i++) {
            held = lock.tryAcquire(request(other, "v"));
            Thread.sleep(20);
        }
        held.orElseThrow().close();
    }

    @Test
    void otherVersionTablesAreNotLocked() throws SQLException {
        SessionLock.Held held = lock.tryAcquire(request(one, "v")).orElseThrow();
        SessionLock.Held second = lock.tryAcquire(request(other, "w")).orElseThrow();
        assertNotEquals(PostgresLock.key("v"), PostgresLock.key("w"));
        held.close();
        second.close();
    }

    @Test
    void closingTwiceDoesNothing() throws SQLException {
        SessionLock.Held held = lock.tryAcquire(request(one, "v")).orElseThrow();
        held.close();
        SessionLock.Held again = lock.tryAcquire(request(one, "v")).orElseThrow();
        held.close();
        assertTrue(lock.tryAcquire(request(other, "v")).isEmpty());
        again.close();
    }

    @Test
    void aStatementWaitsForOthersAsLongAsIsGiven() throws SQLException {
        try (Statement statement = one.createStatement()) {
            statement.execute("CREATE TABLE waiting (id integer)");
            one.setAutoCommit(false);
            statement.execute("LOCK TABLE waiting");
            SessionLock.Held patience = lock.waitForOthers(other, Duration.ofMillis(50));
            try (Statement second = other.createStatement()) {
                SQLException late =
                        assertThrows(SQLException.class, () -> second.execute("SELECT count(*) FROM waiting"));
                assertTrue(new PostgresErrors().isTransient(late), late.getSQLState());
            }
            patience.close();
            try (Statement second = other.createStatement();
                    ResultSet rows = second.executeQuery("SHOW lock_timeout")) {
                rows.next();
                assertEquals("0", rows.getString(1));
            }
            one.rollback();
            one.setAutoCommit(true);
            statement.execute("DROP TABLE waiting");
        }
    }
}
