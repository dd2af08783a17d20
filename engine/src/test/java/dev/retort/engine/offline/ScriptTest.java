// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.engine.Direction;
import dev.retort.engine.Retort;
import dev.retort.engine.ScriptRequest;
import dev.retort.engine.fixture.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void createProject() {
        project = new Project(folder)
                .with("aaaa", "message Users\nsecond line", "upgrade", "table users id", "downgrade auto")
                .with(
                        "bbbb",
                        "revises aaaa",
                        "upgrade",
                        "column users age",
                        "sql SELECT 1 -- a comment",
                        "downgrade auto");
    }

    private String script(Direction direction, String... targets) {
        StringBuilder out = new StringBuilder();
        try {
            project.open().script(ScriptRequest.of(direction, targets), out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toString();
    }

    @Test
    void upgradeFromBaseCreatesTheVersionTableAndMovesItsRows() {
        String script = script(Direction.UPGRADE, "head");
        for (String part : List.of(
                "-- Running upgrade  -> aaaa, Users\n",
                "-- Running upgrade aaaa -> bbbb\n",
                "CREATE TABLE \"retort_version\"",
                "INSERT INTO \"retort_version\" (\"version_num\") VALUES ('aaaa');",
                "UPDATE \"retort_version\" SET \"version_num\" = 'bbbb' WHERE \"version_num\" = 'aaaa';",
                "SELECT 1 -- a comment\n;")) {
            assertTrue(script.contains(part), part + " in\n" + script);
        }
        assertEquals(3, script.split("BEGIN;", -1).length - 1);
        assertEquals(3, script.split("COMMIT;", -1).length - 1);
        assertFalse(Files.exists(folder.resolve("test.db")));
    }

    @Test
    void upgradeFromARevisionLeavesWhatIsThereAlone() {
        String script = script(Direction.UPGRADE, "aaaa:bbbb");
        assertEquals(List.of("CREATE TABLE IF NOT EXISTS \"retort_ledger\" ("), lines(script, "CREATE"));
        assertTrue(script.contains("ALTER TABLE \"users\" ADD"), script);
    }

    @Test
    void scriptThatStartsSomewhereSaysSoInALedgerWithoutLines() {
        project.query("CREATE TABLE retort_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)");
        project.query("INSERT INTO retort_version VALUES ('aaaa')");
        project.query("CREATE TABLE users (id INTEGER)");
        run(script(Direction.UPGRADE, "aaaa:bbbb"));
        assertEquals(
                List.of("stamp|aaaa|baseline", "upgrade|bbbb|applied"),
                project.query("SELECT direction, revision, outcome FROM retort_ledger ORDER BY id"));
        assertEquals(List.of(), project.open().current().neverRan());
        run(script(Direction.DOWNGRADE, "bbbb:aaaa"));
        run(script(Direction.UPGRADE, "aaaa:bbbb"));
        assertEquals(List.of("1"), project.query("SELECT COUNT(*) FROM retort_ledger WHERE outcome = 'baseline'"));
    }

    @Test
    void stampByAScriptCountsForEverythingBelow() {
        run(script(Direction.STAMP, "head"));
        assertEquals(List.of("bbbb"), project.rows());
        assertEquals(List.of(), project.open().current().neverRan());
    }

    /** Runs a script as the client would. */
    private void run(String script) {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
                var statement = connection.createStatement()) {
            for (String part : script.replaceAll("(?m)^--.*$", "").split(";\\s*(\n|$)")) {
                if (!part.isBlank()) {
                    statement.execute(part);
                }
            }
        } catch (java.sql.SQLException refused) {
            throw new AssertionError(script, refused);
        }
    }

    private static List<String> lines(String script, String word) {
        return script.lines().filter(line -> line.startsWith(word)).toList();
    }

    @Test
    void everyRevisionOfAScriptHasItsLineInTheLedger() {
        List<String> lines = lines(script(Direction.UPGRADE, "head"), "SELECT COALESCE");
        assertEquals(2, lines.size());
        assertTrue(
                lines.get(0).contains("SELECT COALESCE(MAX(\"id\"), 0) + 1, 'script', 'aaaa', 'upgrade'"),
                lines.get(0));
        assertTrue(lines.get(1).contains(", 2, 'applied', "), lines.get(1));
    }

    @Test
    void aScriptIsTheSameTextWheneverItIsWritten() {
        assertEquals(script(Direction.UPGRADE, "head"), script(Direction.UPGRADE, "head"));
    }

    @Test
    void downgradeNeedsARange() {
        Finding finding =
                Project.findingsOf(() -> script(Direction.DOWNGRADE, "base")).get(0);
        assertTrue(finding.message().contains("requires <from>:<to>"), finding.message());
        String script = script(Direction.DOWNGRADE, "head:base");
        assertTrue(script.contains("-- Running downgrade bbbb -> aaaa\n"), script);
        assertTrue(script.contains("DELETE FROM \"retort_version\" WHERE \"version_num\" = 'aaaa';"), script);
        assertFalse(script.contains("DROP TABLE \"retort_version\""), script);
    }

    @Test
    void stampScriptsMoveRowsAndSaySoInTheLedger() {
        assertTrue(script(Direction.STAMP, "head").contains("VALUES ('bbbb');"));
        String script = script(Direction.STAMP, "aaaa:bbbb");
        assertTrue(
                script.contains("SET \"version_num\" = 'bbbb'") && script.contains("'script', 'bbbb', 'stamp'"),
                script);
        assertFalse(script.contains("users"), script);
    }

    @Test
    void codeIsRefusedBeforeTheFirstLine() {
        project.with("cccc", "revises bbbb", "upgrade", "run SELECT 1", "downgrade");
        StringBuilder out = new StringBuilder();
        Retort retort = project.open();
        Finding finding = Project.findingsOf(() -> {
                    try {
                        retort.script(ScriptRequest.of(Direction.UPGRADE, "head"), out);
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                })
                .get(0);
        assertEquals(ErrorCode.NOT_OFFLINE, finding.code());
        assertEquals("migrations/cccc.mig:4:1", String.valueOf(finding.location()));
        assertEquals("", out.toString());
    }

    @Test
    void transactionNoneHasNoTransactionAroundItsStatements() {
        project.with("cccc", "revises bbbb", "transaction none", "upgrade", "table c id", "downgrade");
        String script = script(Direction.UPGRADE, "bbbb:cccc");
        String before = script.substring(0, script.indexOf("CREATE TABLE \"c\""));
        assertEquals(before.split("BEGIN;", -1).length, before.split("COMMIT;", -1).length, script);
        assertTrue(script.indexOf("BEGIN;", before.length()) > 0, script);
    }

    @Test
    void versionTableScriptIsItsCreation() throws Exception {
        StringBuilder out = new StringBuilder();
        project.open().ensureVersionScript("lite", out);
        assertTrue(out.toString().startsWith("CREATE TABLE \"retort_version\""), out.toString());
    }
}
