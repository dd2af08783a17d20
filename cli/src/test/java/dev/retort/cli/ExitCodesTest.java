// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With what the process ends. */
class ExitCodesTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aProject() throws IOException {
        shell = new Shell(folder.toRealPath());
        shell.write("retort.yaml", "database: {url: 'sqlite:///app.db'}\n");
        shell.write(
                "migrations/a.yaml",
                "revision: aaaa\nupgrade: [{create_table: {name: a, columns: [{name: b, type: integer}]}}]\n");
    }

    /** Starts the program as a shell would and returns how it ended. */
    private int exit(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.retort.cli.Main"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(shell.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(shell.folder().toFile(), "out.txt"));
        builder.environment().keySet().removeIf(name -> name.startsWith("RETORT_") || name.equals("DATABASE_URL"));
        return builder.start().waitFor();
    }

    @Test
    void doneIsZero() throws Exception {
        assertEquals(0, exit("upgrade", "head"), () -> shell.read("out.txt"));
        assertEquals(0, exit("--version"));
    }

    @Test
    void differencesThatWereAskedAboutAreOne() throws Exception {
        assertEquals(1, exit("current", "--check-heads"), () -> shell.read("out.txt"));
    }

    @Test
    void aMistakeOfTheCommandLineIsTwo() throws Exception {
        assertEquals(2, exit("upgrad"));
        assertEquals(2, exit());
        assertEquals(2, exit("-c", "none.yaml", "heads"));
    }

    @Test
    void aRevisionThatCannotBeLocatedIsThree() throws Exception {
        assertEquals(3, exit("upgrade", "nowhere"), () -> shell.read("out.txt"));
    }

    @Test
    void aDatabaseThatRefusesIsFour() throws Exception {
        assertEquals(4, exit("current", "--url", "sqlite:///no/such/folder/x.db"), () -> shell.read("out.txt"));
    }

    @Test
    void aMigrationThatFailsIsFive() throws Exception {
        shell.write(
                "migrations/b.yaml", "revision: bbbb\nrevises: aaaa\nupgrade: [{execute: SELECT * FROM nothing}]\n");
        assertEquals(5, exit("upgrade", "head"), () -> shell.read("out.txt"));
    }

    @Test
    void aLockThatIsNotObtainedIsSix() throws Exception {
        try (Connection other = DriverManager.getConnection(
                        "jdbc:sqlite:" + shell.folder().resolve("app.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            assertEquals(6, exit("upgrade", "head", "--lock-timeout", "1"), () -> shell.read("out.txt"));
        }
    }
}
