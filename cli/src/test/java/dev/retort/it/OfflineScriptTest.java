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
