// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.engine.RunEvent;
import dev.retort.engine.RunResult;
import dev.retort.schema.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteRunTest {

    @TempDir
    Path folder;

    private SqliteProject project;

    @BeforeEach
    void createProject() {
        project = SqliteProject.shop(folder);
    }

    @Test
    void upgradeRunsWithoutWarnings() {
        RunResult result = project.open("t.db").upgrade("head");
        assertEquals(List.of(), result.findings());
        assertEquals(7, result.steps().size());
    }

    @Test
    void rebuildKeepsRowsAndTheirReferences() {
        project.open("t.db").upgrade("head");
        assertEquals(
                List.of("1|a;b@example.com|30", "2|it's|31", "3|third|40"),
                project.query("t.db", "SELECT id, email, years FROM users ORDER BY id"));
        assertEquals(List.of("2"), project.query("t.db", "SELECT COUNT(*) FROM orders"));
        assertEquals(List.of(), project.query("t.db", "PRAGMA foreign_key_check"));
    }

    @Test
    void changeByHandIsReportedAndKept() {
        project.open("t.db").upgrade("b2");
        project.query("t.db", "ALTER TABLE users ADD COLUMN nickname TEXT");
        RunResult result = project.open("t.db").upgrade("c3");
        Finding drift = result.findings().get(0);
        assertEquals(ErrorCode.DRIFT, drift.code());
        assertTrue(drift.message().contains("column 'nickname' is there too"), drift.message());
        assertTrue(project.query("t.db", "SELECT sql FROM sqlite_master WHERE name = 'users'")
                .get(0)
                .contains("nickname"));
    }

    @Test
    void tableThatOnlyAnOpaqueStatementMadeCanBeAlteredInTheSameRevision() {
        project.migration("h8", "g7", """
                  - execute: "CREATE TABLE found (id INTEGER PRIMARY KEY, a TEXT CHECK (a <> ''), b TEXT)"
                  - execute: "INSERT INTO found VALUES (1, 'x', 'y')"
                  - alter_column: {table: found, column: b, nullable: false}
                """);
        project.open("t.db").upgrade("head");
        String sql = project.query("t.db", "SELECT sql FROM sqlite_master WHERE name = 'found'")
                .get(0);
        assertTrue(sql.contains("NOT NULL") && sql.contains("CHECK"), sql);
        assertEquals(List.of("1|x|y"), project.query("t.db", "SELECT * FROM found"));
    }

    @Test
    void settingsOfTheSessionArePutBackAlsoAfterAFailure() throws Exception {
        project.migration("h8", "g7", """
                  - alter_column: {table: users, column: email, nullable: true}
                  - execute: "INSERT INTO nowhere VALUES (1)"
                """);
        List<String> states = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("t.db"))) {
            connection.createStatement().execute("PRAGMA foreign_keys = ON");
            Connection kept = (Connection) java.lang.reflect.Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("close") ? null : method.invoke(connection, arguments));
            javax.sql.DataSource source = (javax.sql.DataSource) java.lang.reflect.Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {javax.sql.DataSource.class},
                    (proxy, method, arguments) -> kept);
            assertThrows(
                    RetortException.class,
                    () -> project.open(
                                    "t.db",
                                    builder -> builder.dataSource(source).listener(event -> {
                                        if (event instanceof RunEvent.StatementStarted) {
                                            states.add(foreignKeys(connection));
                                        }
                                    }))
                            .upgrade("head"));
            assertTrue(states.contains("0"), states.toString());
            assertEquals("1", foreignKeys(connection));
        }
        assertEquals(List.of("g7"), project.query("t.db", "SELECT version_num FROM retort_version"));
    }

    private static String foreignKeys(Connection connection) {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("PRAGMA foreign_keys")) {
            return result.getString(1);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void downgradeAndUpgradeAgainGiveTheSameDatabase() {
        project.open("t.db").upgrade("e5");
        Schema before = project.schema("t.db");
        project.open("t.db").downgrade("b2");
        project.open("t.db").upgrade("e5");
        assertEquals(before, project.schema("t.db"));
    }
}
