// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.dialect.Statement.SessionSetting;
import dev.retort.dialect.Timeouts;
import dev.retort.schema.QualifiedName;
import dev.retort.testkit.TestDatabase;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Timeouts hold on real servers, and who is in the way is told. */
@ExtendWith(TestServersExtension.class)
class TimeoutsTest {

    private static String value(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void everyTimeoutIsMadePutBackAndReset(ServerKind kind, TestServers servers) throws Exception {
        FamilyHarness harness = LockTest.harness(servers, kind);
        Duration day = Duration.ofDays(1);
        for (Duration each :
                List.of(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(2500), day, Duration.ofDays(100_000))) {
            List<SessionSetting> settings = harness.dialect().timeouts(new Timeouts(each, each, each));
            assertEquals(3, settings.size());
            try (TestDatabase database = harness.newDatabase();
                    Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                for (SessionSetting setting : settings) {
                    String before = value(statement, setting.query());
                    statement.execute(setting.set());
                    String made = value(statement, setting.query());
                    statement.execute(setting.restore().replace("%s", before));
                    assertEquals(before, value(statement, setting.query()), setting.key());
                    statement.execute(setting.restore().replace("%s", made));
                    assertEquals(made, value(statement, setting.query()), setting.key());
                    assertNotNull(setting.reset());
                    statement.execute(setting.reset());
                }
                assertEquals(0, connection.getWarnings() == null ? 0 : 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aQueryThatRunsTooLongIsEnded(ServerKind kind, TestServers servers) throws Exception {
        FamilyHarness harness = LockTest.harness(servers, kind);
        try (TestDatabase database = harness.newDatabase();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (SessionSetting setting :
                    harness.dialect().timeouts(new Timeouts(null, Duration.ofMillis(300), null))) {
                statement.execute(setting.set());
            }
            String sql = "SELECT COUNT(*) FROM information_schema.columns a, information_schema.columns b,"
                    + " information_schema.columns c";
            SQLException ended = assertThrows(SQLException.class, () -> value(statement, sql));
            assertTrue(ended.getErrorCode() == 3024 || ended.getErrorCode() == 1969, ended.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void whoHoldsATableIsTold(ServerKind kind, TestServers servers) throws Exception {
        FamilyHarness harness = LockTest.harness(servers, kind);
        try (TestDatabase database = harness.newDatabase();
                Connection one = database.connect();
                Connection two = database.connect();
                Statement first = one.createStatement();
                Statement second = two.createStatement()) {
            first.execute("CREATE TABLE t (a int)");
            first.execute("CREATE TABLE other (a int)");
            String id = value(first, "SELECT CONNECTION_ID()");
            one.setAutoCommit(false);
            first.execute("INSERT INTO t VALUES (1)");
            for (SessionSetting setting :
                    harness.dialect().timeouts(new Timeouts(Duration.ofMillis(100), null, null))) {
                second.execute(setting.set());
            }
            SQLException refused =
                    assertThrows(SQLException.class, () -> second.execute("ALTER TABLE t ADD COLUMN b int"));
            assertTrue(harness.dialect().errors().isTransient(refused), refused.getMessage());
            List<String> holders = harness.dialect().lockHolders(two, List.of(QualifiedName.of("t")));
            assertTrue(
                    holders.stream().anyMatch(line -> line.startsWith("connection " + id + " (root")),
                    () -> "" + holders);
            one.rollback();
            // MariaDB keeps the list of transactions for a tenth of a second.
            Thread.sleep(500);
            assertEquals(
                    List.of(),
                    harness.dialect().lockHolders(two, List.of(QualifiedName.of("t"))).stream()
                            .filter(line -> line.startsWith("connection " + id + " "))
                            .toList());
        }
    }
}
