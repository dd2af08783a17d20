// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.diagnostic.RetortException;
import dev.retort.engine.Direction;
import dev.retort.engine.ScriptRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQLite's own shell makes of a script whose values, words and graph are as awkward as they may be. */
class OfflineValuesTest {

    @TempDir
    Path folder;

    private SqliteProject project;

    @BeforeEach
    void aProject() {
        project = new SqliteProject(folder);
        project.migration("a1", null, """
                  - create_table:
                      name: things
                      columns:
                        - {name: id, type: integer, nullable: false}
                        - {name: words, type: text}
                        - {name: born, type: date}
                        - {name: at, type: timestamp}
                        - {name: price, type: "decimal(20, 4)"}
                        - {name: picture, type: blob}
                        - {name: good, type: boolean}
                        - {name: document, type: json}
                      primary_key: [id]
                """);
    }

    @Test
    void textsArriveAsTheyAreWritten() throws Exception {
        List<String> texts = List.of(
                "it's",
                "''",
                "back\\\\slash \\\\' \\\\n",
                "two\\nlines\\n.quit\\n/\\ngo\\n;",
                "\\r\\ncarriage",
                "nul\\0inside",
                "$${name} ${name}",
                ":name ::text @p $1 ? ?1",
                "-- no comment",
                "/* no */ comment */",
                "\\U0001F600 \\u00fc \\u2028",
                "say \\\"this\\\"",
                "x'00'",
                "\\t\\x1b",
                "",
                "CREATE TRIGGER t BEGIN SELECT 1; END;");
        StringBuilder rows = new StringBuilder("  - insert_rows:\n      table: things\n      rows:\n");
        for (int i = 0; i < texts.size(); i++) {
            rows.append("        - {id: " + i + ", words: \"" + texts.get(i) + "\"}\n");
        }
        project.migration("b2", "a1", rows.toString());
        upgradedAlike("head");
        assertEquals(
                project.query("online.db", "SELECT id, hex(words), length(hex(words)) FROM things ORDER BY id"),
                project.query("script.db", "SELECT id, hex(words), length(hex(words)) FROM things ORDER BY id"));
        assertEquals(
                List.of("3|two\nlines\n.quit\n/\ngo\n;"),
                project.query("script.db", "SELECT id, words FROM things WHERE id = 3"));
        assertEquals(
                List.of("6E756C00696E73696465"),
                project.query("script.db", "SELECT hex(words) FROM things WHERE id = 5"));
    }

    @Test
    void valuesHaveTheTypesThatTheRunGivesThem() throws Exception {
        project.migration("b2", "a1", """
                  - insert_rows:
                      table: things
                      rows:
                        - {id: 1, words: null, born: {date: 1985-12-10}, at: {timestamp: 2026-01-02T20:15:00.123}, price: 12345678901234.5678}
                        - {id: 2, picture: {bytes: 00ff2720}, good: true, document: '{"a": [1, null, "it''s"]}'}
                        - {id: 3, good: false, price: -0.0001, picture: null}
                  - update_rows: {table: things, set: {price: 1e3, words: "it's"}, where: id = 2}
                  - delete_rows: {table: things, rows: [{id: 3}]}
                """);
        upgradedAlike("head");
        String types = "SELECT id, typeof(words), typeof(born), typeof(at), typeof(price), typeof(picture),"
                + " typeof(good), typeof(document), hex(picture), document, price FROM things ORDER BY id";
        assertEquals(project.query("online.db", types), project.query("script.db", types));
        assertTrue(
                project.query("script.db", types).get(1).contains("|blob|"),
                project.query("script.db", types).toString());
    }

    @Test
    void conditionsAndPortableTextsAreRendered() throws Exception {
        project.migration("b2", "a1", """
                  - insert_rows: {table: things, rows: [{id: 1, words: a}]}
                  - execute: {portable: "UPDATE things SET words = words || '-x''y' WHERE good IS NULL"}
                  - execute: {postgres: "SELECT nonsense", default: "UPDATE things SET good = 1"}
                  - {execute: "this is no SQL", when: {dialect: postgres}}
                  - {insert_rows: {table: things, rows: [{id: 2}]}, when: {dialect: [sqlite, mysql]}}
                downgrade: []
                """);
        upgradedAlike("head");
        assertEquals(
                List.of("1|a-x'y|1", "2|null|null"),
                project.query("script.db", "SELECT id, words, good FROM things ORDER BY id"));
    }

    @Test
    void wordsOfAFileCannotLeaveTheirComment() throws Exception {
        String hostile = "first\\nDROP TABLE things; */ DROP TABLE things; --\\r\\n.quit\\u2028\\u0085\\0 'x";
        project.file(
                "migrations/b2.yaml",
                "revision: b2\nrevises: a1\nmessage: \"" + hostile + "\"\nupgrade:\n"
                        + "  - insert_rows: {table: things, rows: [{id: 1}]}\n");
        upgradedAlike("head");
        assertEquals(List.of("1"), project.query("script.db", "SELECT id FROM things"));
        assertEquals(project.ledger("online.db"), project.ledger("script.db"));
    }

    @Test
    void statementsThatCommitForThemselvesStandOutsideTransactions() throws Exception {
        project.file(
                "migrations/b2.yaml",
                "revision: b2\nrevises: a1\ntransaction: none\nupgrade:\n"
                        + "  - insert_rows: {table: things, rows: [{id: 1}]}\n"
                        + "  - execute: {sql: VACUUM, effects: [], reverse: \"\"}\n"
                        + "  - alter_column: {table: things, column: words, type: varchar(10)}\n");
        upgradedAlike("head");
    }

    @Test
    void branchesAndMergesGoUpAndDownAsInARun() throws Exception {
        branches();
        upgradedAlike("heads");
        project.open("online.db").downgrade("c3");
        feed(script(Direction.DOWNGRADE, "m5:c3"));
        assertAlike();
        assertEquals(
                List.of("b2", "c3"), project.query("script.db", "SELECT version_num FROM retort_version ORDER BY 1"));
    }

    @Test
    void aDowngradeToBaseLeavesTheVersionTable() throws Exception {
        branches();
        upgradedAlike("heads");
        project.open("online.db").downgrade("base");
        String script = script(Direction.DOWNGRADE, "heads:base");
        assertFalse(script.contains("TABLE \"retort_version\""), script);
        feed(script);
        assertAlike();
        assertEquals(List.of("0"), project.query("script.db", "SELECT count(*) FROM retort_version"));
    }

    @Test
    void severalRevisionsAreStampedAtOnce() throws Exception {
        branches();
        project.open("online.db").stamp("b2", "c3");
        feed(script(Direction.STAMP, "b2", "c3"));
        assertAlike();
        String lines = "SELECT revision || ' ' || outcome || ' ' || message FROM retort_ledger ORDER BY 1";
        assertEquals(
                List.of(
                        "a1 applied stamp b2 c3: [] became [b2, c3]",
                        "b2 applied stamp b2 c3: [] became [b2, c3]",
                        "c3 applied stamp b2 c3: [] became [b2, c3]"),
                project.query("online.db", lines));
        assertEquals(
                List.of("b2 baseline stamp b2 c3: [] became [b2, c3]", "c3 baseline stamp b2 c3: [] became [b2, c3]"),
                project.query("script.db", lines));
    }

    @Test
    void ensuringTheVersionTableIsAScriptToo() throws Exception {
        project.open("online.db").ensureVersion();
        StringBuilder out = new StringBuilder();
        project.open("never.db").ensureVersionScript("sqlite", out);
        feed(out.toString());
        assertAlike();
    }

    @Test
    void everythingThatIsNoPartOfAScriptIsSaidAtOnceAndNothingIsWritten() {
        project.migration("b2", "a1", """
                  - execute: "CREATE TABLE hand_made (a INTEGER, b TEXT)"
                  - alter_column: {table: hand_made, column: a, type: bigint}
                downgrade: []
                """);
        project.migration("c3", "b2", """
                  - alter_column: {table: hand_made, column: b, nullable: false}
                downgrade: []
                """);
        StringBuilder out = new StringBuilder();
        RetortException refused = assertThrows(
                RetortException.class,
                () -> project.open("never.db").script(ScriptRequest.of(Direction.UPGRADE, "head"), out));
        assertEquals(
                List.of("migrations/b2.yaml:6", "migrations/c3.yaml:5"),
                refused.findings().stream()
                        .map(finding -> finding.location().file() + ":"
                                + finding.location().line())
                        .toList());
        assertEquals("", out.toString());
        assertFalse(Files.exists(folder.resolve("never.db")));
    }

    private void branches() {
        project.migration("b2", "a1", "  - insert_rows: {table: things, rows: [{id: 2}]}\n");
        project.migration("c3", "a1", "  - create_index: {name: ix_words, table: things, columns: [words]}\n");
        project.file(
                "migrations/m5.yaml",
                "revision: m5\nrevises: [b2, c3]\nupgrade:\n"
                        + "  - alter_column: {table: things, column: words, type: varchar(20)}\n");
    }

    private void upgradedAlike(String target) throws Exception {
        project.open("online.db").upgrade(target);
        feed(script(Direction.UPGRADE, target));
        assertAlike();
    }

    private void assertAlike() {
        assertEquals(String.join("\n", project.dump("online.db")), String.join("\n", project.dump("script.db")));
    }

    private String script(Direction direction, String... targets) throws IOException {
        StringBuilder out = new StringBuilder();
        project.open("never.db").script(new ScriptRequest(direction, List.of(targets), "sqlite", null), out);
        assertFalse(Files.exists(folder.resolve("never.db")));
        return out.toString();
    }

    private void feed(String script) throws IOException, InterruptedException {
        Optional<SqliteClient> client = SqliteClient.find();
        assumeTrue(client.isPresent(), "sqlite3 is not installed");
        Path file = Files.writeString(folder.resolve("script.sql"), script);
        client.get().run(folder.resolve("script.db"), file);
    }
}
