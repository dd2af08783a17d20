// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.retort.engine.Direction;
import dev.retort.engine.ScriptRequest;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The law of scripts: fed to the database's own client, a script does what the run does. */
class OfflineScriptTest {

    @TempDir
    Path folder;

    @Test
    void scriptDoesWhatTheRunDoes() throws Exception {
        SqliteProject project = SqliteProject.shop(folder);
        project.open("online.db").upgrade("head");
        feed("script.db", script(project, Direction.UPGRADE, "head"));
        assertEquals(String.join("\n", project.dump("online.db")), String.join("\n", project.dump("script.db")));
        assertEquals(project.ledger("online.db"), project.ledger("script.db"));
    }

    @Test
    void scriptsInPartsDoWhatTheRunDoes() throws Exception {
        SqliteProject project = SqliteProject.shop(folder);
        project.open("online.db").upgrade("head");
        feed("script.db", script(project, Direction.UPGRADE, "c3"));
        feed("script.db", script(project, Direction.UPGRADE, "c3:e5"));
        feed("script.db", script(project, Direction.UPGRADE, "e5:"));
        assertEquals(String.join("\n", project.dump("online.db")), String.join("\n", project.dump("script.db")));
    }

    @Test
    void downgradeScriptDoesWhatTheDowngradeDoes() throws Exception {
        SqliteProject project = SqliteProject.shop(folder);
        project.open("online.db").upgrade("e5");
        project.open("online.db").downgrade("b2");
        feed("script.db", script(project, Direction.UPGRADE, "e5"));
        feed("script.db", script(project, Direction.DOWNGRADE, "e5:b2"));
        assertEquals(String.join("\n", project.dump("online.db")), String.join("\n", project.dump("script.db")));
        assertEquals(project.ledger("online.db"), project.ledger("script.db"));
    }

    @Test
    void stampScriptDoesWhatTheStampDoes() throws Exception {
        SqliteProject project = SqliteProject.shop(folder);
        project.open("online.db").stamp("d4");
        feed("script.db", script(project, Direction.STAMP, "d4"));
        assertEquals(String.join("\n", project.dump("online.db")), String.join("\n", project.dump("script.db")));
    }

    /** Alembic: {@code OfflineTest.test_version_to_none} (#1822). */
    @Test
    void scriptDownToBaseNeitherCreatesNorDropsTheVersionTable() throws Exception {
        SqliteProject project = SqliteProject.shop(folder);
        String script = script(project, Direction.DOWNGRADE, "e5:base");
        assertFalse(script.contains("CREATE TABLE \"retort_version\""), script);
        assertFalse(script.contains("DROP TABLE \"retort_version\""), script);
        project.open("script.db").upgrade("e5");
        feed("script.db", script);
        assertEquals(List.of("0"), project.query("script.db", "SELECT COUNT(*) FROM retort_version"));
    }

    /** Alembic: {@code MigrationTransactionTest.test_autocommit_block_transactional_ddl_sqlmode}. */
    @Test
    void scriptEndsItsTransactionBeforeARevisionWithoutOneAndBeginsTheNextAfterIt() throws Exception {
        SqliteProject project = new SqliteProject(folder)
                .migration("a1", null, "  - execute: \"CREATE TABLE a (id INTEGER)\"\n")
                .file("migrations/b2.yaml", """
                        revision: b2
                        revises: a1
                        transaction: none
                        upgrade:
                          - execute: "CREATE TABLE b (id INTEGER)"
                        downgrade: auto
                        """)
                .migration("c3", "b2", "  - execute: \"CREATE TABLE c (id INTEGER)\"\n");
        List<String> marks = script(project, Direction.UPGRADE, "a1:head")
                .lines()
                .filter(line -> line.matches("(BEGIN.*|COMMIT;|CREATE TABLE [bc] .*|UPDATE \"retort_version\".*)"))
                .map(line -> line.replaceAll("(?<=BEGIN|COMMIT|TABLE .|retort_version\").*", ""))
                .toList();
        int withoutOne = marks.indexOf("CREATE TABLE b");
        int ordinary = marks.indexOf("CREATE TABLE c");
        assertEquals("COMMIT", withoutOne == 0 ? "COMMIT" : marks.get(withoutOne - 1), marks.toString());
        assertEquals("BEGIN", marks.get(ordinary - 1), marks.toString());
        assertEquals("COMMIT", marks.get(ordinary - 2), marks.toString());
        assertEquals("COMMIT", marks.get(ordinary + 2), marks.toString());
        feed("script.db", script(project, Direction.UPGRADE, "head"));
        assertEquals(List.of("c3"), project.query("script.db", "SELECT version_num FROM retort_version"));
    }

    private static String script(SqliteProject project, Direction direction, String target) throws IOException {
        StringBuilder out = new StringBuilder();
        project.open("never.db").script(ScriptRequest.of(direction, target), out);
        assertFalse(Files.exists(project.folder().resolve("never.db")));
        return out.toString();
    }

    /** To SQLite's own shell where there is one; else to the library, which takes a whole script as well. */
    private void feed(String database, String script) throws IOException, InterruptedException, SQLException {
        Path shell = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "sqlite3"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (shell == null) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(database));
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(script);
            }
            return;
        }
        Path file = folder.resolve("script.sql");
        Files.writeString(file, script);
        Process process = new ProcessBuilder(
                        shell.toString(), "-bail", folder.resolve(database).toString())
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
    }
}
