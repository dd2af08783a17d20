// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Inspection;
import dev.retort.dialect.Statement;
import dev.retort.engine.autogenerate.Comparator;
import dev.retort.engine.replay.Replay;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Operation;
import dev.retort.project.DatabaseUrl;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements as a script for SQLite's own shell, in the oldest version whose words they may use. */
class OfflineTest {

    private static final QualifiedName T = QualifiedName.of("t");

    @TempDir
    Path folder;

    @BeforeAll
    static void thereIsAShell() throws InterruptedException {
        boolean found;
        try {
            found = new ProcessBuilder("sqlite3", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            found = false;
        }
        if (!found) {
            System.out.println("OfflineTest: NOT RUN, there is no sqlite3 shell on the path");
        }
        assumeTrue(found, "no sqlite3 shell");
    }

    private static Dialect offline() {
        SqliteDialectProvider provider = new SqliteDialectProvider();
        return provider.dialect(provider.defaultVersion());
    }

    static String script(List<Statement> statements) {
        List<String> before = new ArrayList<>();
        List<String> inside = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.SessionSetting setting && !before.contains(setting.set())) {
                before.add(setting.set());
            } else if (statement instanceof Statement.Sql sql) {
                inside.add(sql.sql());
            } else if (statement instanceof Statement.Assertion assertion) {
                inside.addAll(assertion.offline());
            }
        }
        List<String> all = new ArrayList<>(before);
        all.add("BEGIN");
        all.addAll(inside);
        all.add("COMMIT");
        return String.join(";\n", all) + ";\n";
    }

    private String shell(Path database, String script) throws IOException, InterruptedException {
        Path input = Files.writeString(folder.resolve("script.sql"), script, StandardCharsets.UTF_8);
        Process process = new ProcessBuilder("sqlite3", "-bail", database.toString())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return output;
    }

    private TestDatabase open(Path file, String... statements) throws Exception {
        return TestDatabase.of(DatabaseUrl.parse("sqlite:///" + file.getFileName()), folder, statements);
    }

    @Test
    void theScriptLeavesWhatTheConnectionLeaves() throws Exception {
        RandomSchemas random = new RandomSchemas(77);
        for (int i = 0; i < 15; i++) {
            Path file = folder.resolve("random" + i + ".db");
            random.withOptions(i % 3 == 1, i % 3 == 2);
            try (TestDatabase database = open(file)) {
                Schema one = LawsTest.creatable(random, database.dialect);
                Schema other = database.dialect.canonical(LawsTest.creatable(random, database.dialect));
                LawsTest.create(database, one);
                Inspection read = database.inspect();
                List<Operation> operations =
                        new Comparator(true).compare(read.schema(), other).operations();
                try {
                    Replay.after(read.schema(), operations);
                } catch (RetortException doesNotFit) {
                    continue;
                }
                String script = script(
                        offline().ddl().render(TestDatabase.place(read.schema(), operations), read.definitions()));
                assertEquals("", shell(file, script), script);
                assertEquals(other, database.schema(), script);
            }
        }
    }

    @Test
    void aBrokenForeignKeyStopsTheShellAndNothingIsChanged() throws Exception {
        Path file = folder.resolve("broken.db");
        try (TestDatabase database = open(
                file,
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                "CREATE TABLE t (a INT)",
                "INSERT INTO t VALUES (1)")) {
            Schema before = database.schema();
            Operation[] operations = {
                AlterColumn.of(T, new Identifier("a")).withDefault(DefaultValue.of(2)),
                new AddForeignKey(
                        T, ForeignKey.of(null, List.of(new Identifier("a")), QualifiedName.of("p"), List.of()))
            };
            String script =
                    script(offline().ddl().render(TestDatabase.place(before, List.of(operations)), Definitions.NONE));
            String output = shell(file, script);
            assertTrue(output.contains("rows break a foreign key after the change of table t"), output);
            assertEquals(before, database.schema());
            database.execute("DELETE FROM t");
            assertEquals("", shell(file, script));
            assertNotEquals(before, database.schema());
        }
    }

    @Test
    void childrenSurviveInTheShellToo() throws Exception {
        Path file = folder.resolve("children.db");
        try (TestDatabase database = open(
                file,
                "CREATE TABLE t (a INTEGER PRIMARY KEY, n INT)",
                "CREATE TABLE c (t INT REFERENCES t ON DELETE CASCADE)",
                "INSERT INTO t VALUES (1, 1)",
                "INSERT INTO c VALUES (1)")) {
            List<Operation> operations =
                    List.of(AlterColumn.of(T, new Identifier("n")).withDefault(DefaultValue.of(2)));
            String script = "PRAGMA foreign_keys = ON;\n"
                    + script(offline()
                            .ddl()
                            .render(TestDatabase.place(database.schema(), operations), Definitions.NONE));
            assertEquals("", shell(file, script));
            assertEquals("1", database.text("SELECT count(*) FROM c"));
        }
    }
}
