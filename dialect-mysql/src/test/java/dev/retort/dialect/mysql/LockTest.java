// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.SessionLock;
import dev.retort.testkit.TestDatabase;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lock between runners, with two connections. */
@ExtendWith(TestServersExtension.class)
class LockTest {

    static FamilyHarness harness(TestServers servers, ServerKind kind) throws SQLException {
        DialectProvider provider = kind == ServerKind.MYSQL ? new MysqlDialectProvider() : new MariadbDialectProvider();
        return new FamilyHarness(provider, servers.get(kind));
    }

    private static SessionLock.Request request(Connection connection, String name) {
        return new SessionLock.Request(connection, null, Path.of("."), name, "a test");
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void oneRunnerKeepsAnotherOut(ServerKind kind, TestServers servers) throws Exception {
        FamilyHarness harness = harness(servers, kind);
        SessionLock lock = harness.dialect().lock();
        try (TestDatabase database = harness.newDatabase();
                Connection one = database.connect();
                Connection two = database.connect()) {
            String name = "a_version_table_with_a_name_that_is_as_long_as_the_server_allows";
            SessionLock.Held held = lock.tryAcquire(request(one, name)).orElseThrow();
            assertTrue(lock.tryAcquire(request(two, name)).isEmpty());
            assertTrue(lock.tryAcquire(request(one, name)).isEmpty(), "the same session does not get it twice");
            assertTrue(lock.tryAcquire(request(two, "other")).isPresent(), "another table has another lock");
            Optional<String> holder = lock.holder(request(two, name));
            assertTrue(holder.orElseThrow().matches("connection \\d+ of root from .*"), holder.toString());
            held.close();
            assertEquals(Optional.empty(), lock.holder(request(two, name)));
            assertTrue(lock.tryAcquire(request(two, name)).isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aRunnerThatIsKilledGivesItsLockBack(ServerKind kind, TestServers servers) throws Exception {
        FamilyHarness harness = harness(servers, kind);
        SessionLock lock = harness.dialect().lock();
        try (TestDatabase database = harness.newDatabase();
                Connection two = database.connect()) {
            try (Connection one = database.connect()) {
                assertTrue(lock.tryAcquire(request(one, "v")).isPresent());
            }
            Optional<SessionLock.Held> held = Optional.empty();
            for (int i = 0; i < 50 && held.isEmpty(); i++) {
                held = lock.tryAcquire(request(two, "v"));
                Thread.sleep(20);
            }
            assertTrue(held.isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void waitingForOthersEndsWithTheSettingOfBefore(ServerKind kind, TestServers servers) throws Exception {
        FamilyHarness harness = harness(servers, kind);
        try (TestDatabase database = harness.newDatabase();
                Connection connection = database.connect()) {
            long before = seconds(connection);
            try (SessionLock.Held waiting = harness.dialect().lock().waitForOthers(connection, Duration.ofSeconds(7))) {
                assertTrue(waiting != null);
                assertEquals(7, seconds(connection));
            }
            assertEquals(before, seconds(connection));
        }
    }

    private static long seconds(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT @@lock_wait_timeout")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
