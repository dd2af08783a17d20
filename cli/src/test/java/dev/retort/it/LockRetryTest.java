// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Timeouts;
import dev.retort.engine.Direction;
import dev.retort.engine.Retort;
import dev.retort.engine.RunEvent;
import dev.retort.engine.ScriptRequest;
import dev.retort.project.RunLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a revision that does not get its lock: it is tried again, some times, and then told who has it. */
@Timeout(60)
class LockRetryTest {

    @TempDir
    Path folder;

    private final List<RunEvent> events = new ArrayList<>();
    private SqliteProject project;
    private Connection other;

    @BeforeEach
    void createProject() throws SQLException {
        project = SqliteProject.shop(folder);
        project.open("t.db").upgrade("b2");
        other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("t.db"));
    }

    @AfterEach
    void letGo() throws SQLException {
        other.close();
    }

    @Test
    void revisionIsTriedAgainAndDoneWhenTheLockIsGivenBackBetweenAttempts() {
        take();
        open(limits(5, 50), event -> {
                    if (retrying().size() == 2) {
                        giveBack();
                    }
                })
                .upgrade("head");

        assertEquals(List.of("g7"), project.query("t.db", "SELECT version_num FROM retort_version"));
        assertEquals(2, retrying().size());
        RunEvent.Retrying first = retrying().get(0);
        assertEquals("c3", first.revision().value());
        assertEquals(List.of(2, 5), List.of(first.attempt(), first.attempts()));
        assertEquals(Duration.ofMillis(25), first.pause());
        assertEquals(Duration.ofMillis(50), retrying().get(1).pause());
        assertEquals(
                List.of("applied"), project.query("t.db", "SELECT outcome FROM retort_ledger WHERE revision = 'c3'"));
    }

    @Test
    void lockThatIsKeptEndsTheRunWithItsHolderAndChangesNothing() {
        List<String> before = project.dump("t.db");
        take();
        RetortException refused =
                assertThrows(RetortException.class, () -> open(limits(2, 10)).upgrade("head"));
        giveBack();

        Finding finding = refused.findings().get(0);
        assertEquals(ErrorCode.LOCK_TIMEOUT, finding.code());
        assertEquals(6, refused.exitStatus().code());
        assertTrue(finding.message().contains("Waited 100 ms for it. It was tried 2 times."), finding.message());
        assertTrue(finding.message().contains("The database is at 'b2'."), finding.message());
        if (Files.isReadable(Path.of("/proc/locks"))) {
            String holder = "process " + ProcessHandle.current().pid() + " (another connection of this process)";
            assertTrue(finding.message().contains("Who holds the lock:\n  " + holder + "\n"), finding.message());
            assertEquals(List.of(holder), retrying().get(0).holders());
        }
        assertEquals(before, project.dump("t.db"));
    }

    @Test
    void oneAttemptMeansNoRetry() {
        take();
        RetortException refused =
                assertThrows(RetortException.class, () -> open(limits(1, 10)).upgrade("head"));

        assertEquals(List.of(), retrying());
        assertTrue(!refused.getMessage().contains("tried"), refused.getMessage());
    }

    @Test
    void interruptionEndsThePauseAtOnceAndChangesNothing() {
        List<String> before = project.dump("t.db");
        take();
        long begin = System.nanoTime();
        RetortException refused = assertThrows(
                RetortException.class,
                () -> open(limits(3, 60_000), event -> Thread.currentThread().interrupt())
                        .upgrade("head"));
        assertTrue(Thread.interrupted(), "who interrupted is told");
        giveBack();

        assertEquals(ErrorCode.INTERRUPTED, refused.findings().get(0).code());
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 20);
        assertEquals(before, project.dump("t.db"));
        open(limits(1, 10)).upgrade("head");
    }

    @Test
    void statementOutsideATransactionIsRepeatedAlone() {
        project.file("migrations/c3.yaml", """
                revision: c3
                revises: b2
                transaction: none
                upgrade:
                  - create_table: {name: one, columns: [{name: a, type: integer}]}
                  - create_table: {name: two, columns: [{name: a, type: integer}]}
                """);
        open(limits(3, 10), event -> giveBack(), this::takeAfterTheFirstStatement)
                .upgrade("c3");

        assertEquals(1, retrying().size());
        assertTrue(retrying().get(0).sql().contains("two"), retrying().toString());
        assertEquals(List.of("c3"), project.query("t.db", "SELECT version_num FROM retort_version"));
        assertEquals(
                List.of("2"),
                project.query(
                        "t.db", "SELECT statements FROM retort_ledger WHERE revision = 'c3' AND outcome = 'applied'"));
    }

    @Test
    void textThatRetortDidNotWriteIsNotRepeatedOutsideATransaction() {
        project.file("migrations/c3.yaml", """
                revision: c3
                revises: b2
                transaction: none
                upgrade:
                  - create_table: {name: one, columns: [{name: a, type: integer}]}
                  - execute: INSERT INTO one VALUES (1)
                """);
        Retort retort = open(limits(3, 10), event -> giveBack(), this::takeAfterTheFirstStatement);
        RetortException refused = assertThrows(RetortException.class, () -> retort.upgrade("c3"));

        assertEquals(List.of(), retrying());
        assertEquals(ErrorCode.LOCK_TIMEOUT, refused.findings().get(0).code());
        assertTrue(refused.getMessage().contains("INSERT INTO one"), refused.getMessage());
        assertTrue(
                refused.getMessage().contains("The 1 statements of this revision before it ran outside"),
                refused.getMessage());
    }

    @Test
    void timeoutsOfOperationMigrationAndProjectHoldWhereTheyAreSaidAndArePutBack() throws SQLException {
        project.file("migrations/C3.java", """
                import static dev.retort.operation.Dsl.*;

                import dev.retort.migration.*;
                import dev.retort.operation.*;
                import java.sql.*;

                @Revision(id = "c3", revises = "b2", lockTimeout = "7s")
                public final class C3 implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.createTable("seen", column("millis", integer()));
                        op.run("look", C3::look).lockTimeout("9s");
                        op.run("look again", C3::look);
                    }

                    private static void look(Connection connection) throws SQLException {
                        try (Statement statement = connection.createStatement()) {
                            int millis;
                            try (ResultSet rows = statement.executeQuery("PRAGMA busy_timeout")) {
                                millis = rows.getInt(1);
                            }
                            statement.execute("INSERT INTO seen VALUES (" + millis + ")");
                        }
                    }
                }
                """);
        project.file("migrations/c3.yaml", "revision: d0\nrevises: c3\nupgrade:\n");
        List<Integer> atTheEnd = new ArrayList<>();
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl("jdbc:sqlite:" + folder.resolve("t.db"));
        settings.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(settings)) {
            int before = busyTimeout(pool.getConnection());
            project.open(
                            "t.db",
                            limits(1, 10),
                            builder -> builder.dataSource(pool).versionListeners(List.of(change -> {
                                try (Statement statement = change.connection().createStatement()) {
                                    atTheEnd.add(statement
                                            .executeQuery("PRAGMA busy_timeout")
                                            .getInt(1));
                                }
                            })))
                    .upgrade("d0");
            assertEquals(before, busyTimeout(pool.getConnection()));
        }
        assertEquals(List.of("9000", "7000"), project.query("t.db", "SELECT millis FROM seen ORDER BY rowid"));
        assertEquals(List.of(7000, 100), atTheEnd);
    }

    @Test
    void scriptsSetTimeoutsWhereTheyDifferAndResetThemAtTheEnd() throws IOException {
        // docs: yaml
        String migration = """
                revision: c3
                revises: b2
                timeouts: {lock: 5s, statement: 10min}
                upgrade:
                  - add_column: {table: users, column: {name: nickname, type: text}}
                  - create_index: {name: ix_users_nickname, table: users, columns: [nickname]}
                    timeouts: {lock: 30s}
                """;
        // end
        project.file("migrations/c3.yaml", migration);
        StringBuilder script = new StringBuilder();
        project.open("t.db").script(ScriptRequest.of(Direction.UPGRADE, "b2:c3"), script);

        List<String> lines = script.toString()
                .lines()
                .filter(line -> line.matches("(PRAGMA busy|ALTER|CREATE INDEX|UPDATE|COMMIT|BEGIN).*"))
                .map(line -> line.replaceAll("(ALTER|CREATE INDEX|UPDATE) .*", "$1"))
                .toList();
        assertEquals(
                List.of(
                        "BEGIN;",
                        "COMMIT;",
                        "PRAGMA busy_timeout = 5000;",
                        "BEGIN;",
                        "ALTER",
                        "PRAGMA busy_timeout = 30000;",
                        "CREATE INDEX",
                        "PRAGMA busy_timeout = 5000;",
                        "UPDATE",
                        "COMMIT;",
                        "PRAGMA busy_timeout = 0;"),
                lines,
                script.toString());
    }

    private static int busyTimeout(Connection connection) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            return statement.executeQuery("PRAGMA busy_timeout").getInt(1);
        }
    }

    private void takeAfterTheFirstStatement(RunEvent event) {
        if (event instanceof RunEvent.StatementFinished finished
                && finished.sql().contains("one")) {
            take();
        }
    }

    private static RunLimits limits(int attempts, int backoffMillis) {
        Timeouts timeouts = new Timeouts(Duration.ofMillis(100), null, null);
        return new RunLimits(timeouts, attempts, Duration.ofMillis(backoffMillis));
    }

    private Retort open(RunLimits limits) {
        return open(limits, event -> {});
    }

    private Retort open(RunLimits limits, Consumer<RunEvent.Retrying> onRetry) {
        return open(limits, onRetry, event -> {});
    }

    private Retort open(RunLimits limits, Consumer<RunEvent.Retrying> onRetry, Consumer<RunEvent> onAll) {
        return project.open(
                "t.db",
                limits,
                builder -> builder.jitter(() -> 0)
                        .lockTimeout(Duration.ofMillis(100))
                        .listener(event -> {
                            events.add(event);
                            onAll.accept(event);
                            if (event instanceof RunEvent.Retrying retrying) {
                                onRetry.accept(retrying);
                            }
                        }));
    }

    private List<RunEvent.Retrying> retrying() {
        return events.stream()
                .filter(RunEvent.Retrying.class::isInstance)
                .map(RunEvent.Retrying.class::cast)
                .toList();
    }

    private void take() {
        execute("BEGIN IMMEDIATE");
    }

    private void giveBack() {
        execute("ROLLBACK");
    }

    private void execute(String sql) {
        try (Statement statement = other.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
