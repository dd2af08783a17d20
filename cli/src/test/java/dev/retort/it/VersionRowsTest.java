// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.engine.HistoryRequest;
import dev.retort.engine.MoveRequest;
import dev.retort.engine.Retort;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the rows of the version table, in databases that are not as they should be. */
class VersionRowsTest {

    private static final String LONG_ID = "a_revision_with_an_id_that_is_longer_than_32_characters";

    @TempDir
    Path folder;

    private SqliteProject project;

    @BeforeEach
    void createProject() {
        project = new SqliteProject(folder)
                .migration("aaaa1111", null, "  - execute: \"CREATE TABLE a (id INTEGER)\"\n")
                .migration("bbbb2222", "aaaa1111", "  - execute: \"CREATE TABLE b (id INTEGER)\"\n");
    }

    /** Alembic: {@code StampMultipleHeadsTest.test_err_correctly_raised_on_dupe_rows_no_pk}. */
    @Test
    void aRowThatIsThereTwiceStopsTheRevisionAndRollsItBack() {
        project.query("t.db", "CREATE TABLE retort_version (version_num VARCHAR(32) NOT NULL)");
        project.query("t.db", "INSERT INTO retort_version VALUES ('aaaa1111'), ('aaaa1111')");
        Finding finding = refused(() -> project.open("t.db").upgrade("head"));
        assertEquals(ErrorCode.ROW_MISMATCH, finding.code());
        assertTrue(
                finding.message()
                        .startsWith("Expected to match one row when updating 'aaaa1111' to 'bbbb2222' in"
                                + " 'retort_version'; 2 found"),
                finding.message());
        assertEquals(List.of("aaaa1111", "aaaa1111"), rows());
        assertEquals(List.of(), project.query("t.db", "SELECT name FROM sqlite_master WHERE name = 'b'"));
    }

    /** Alembic: {@code test_version_table.TestUpdateRev.test_update_no_match}. */
    @Test
    void aRowThatVanishesDuringARevisionStopsItAndRollsItBack() {
        project.open("t.db").upgrade("aaaa1111");
        project.migration("bbbb2222", "aaaa1111", "  - execute: \"DELETE FROM retort_version\"\n");
        Finding finding = refused(() -> project.open("t.db").upgrade("head"));
        assertEquals(ErrorCode.ROW_MISMATCH, finding.code());
        assertTrue(finding.message().contains("0 found"), finding.message());
        assertEquals(List.of("aaaa1111"), rows());
    }

    /** Alembic: {@code CurrentTest} and others, {@code test_doesnt_create_alembic_version}. */
    @Test
    void commandsThatOnlyReadNeverCreateATable() {
        Retort retort = project.open("t.db");
        List<Consumer<Retort>> commands = List.of(
                Retort::current,
                opened -> opened.history(new HistoryRequest(null, true)),
                opened -> opened.history(new HistoryRequest(":current", false)),
                opened -> opened.show("current"),
                opened -> opened.heads(true),
                Retort::branches,
                Retort::ledger,
                opened -> opened.plan(MoveRequest.upgrade("head")));
        commands.forEach(command -> command.accept(retort));
        refused(retort::checkHeads);
        assertEquals(List.of(), project.query("t.db", "SELECT name FROM sqlite_master"));
    }

    /** Alembic: {@code StampMultipleHeadsTest.test_online_stamp_multi_rev_nonsensical} accepts this. */
    @Test
    void aStampToARevisionAndItsAncestorIsRefusedAndChangesNothing() {
        project.open("t.db").ensureVersion();
        MoveRequest both = MoveRequest.stamp("aaaa1111", "bbbb2222");
        Finding finding = refused(() -> project.open("t.db").run(both));
        assertEquals(ErrorCode.OVERLAP, finding.code());
        assertEquals(List.of(), rows());
    }

    @Test
    void everyCommandNamesARowWithoutAFileAndOnlyAPurgeRepairsIt() {
        project.open("t.db").upgrade("head");
        project.query("t.db", "UPDATE retort_version SET version_num = 'cccc3333'");
        List<Consumer<Retort>> commands = List.of(
                opened -> opened.upgrade("head"),
                opened -> opened.downgrade("base"),
                opened -> opened.stamp("head"),
                opened -> opened.plan(MoveRequest.upgrade("head")),
                Retort::checkHeads);
        for (Consumer<Retort> command : commands) {
            Finding finding = refusals(() -> command.accept(project.open("t.db"))).stream()
                    .filter(found -> found.code() == ErrorCode.UNKNOWN_ROW)
                    .findFirst()
                    .orElseThrow();
            assertTrue(finding.message().contains("'cccc3333'"), finding.message());
            assertTrue(String.valueOf(finding.hint()).contains("retort stamp --purge"), finding.hint());
        }
        project.open("t.db").run(MoveRequest.stamp("head").withPurge(true));
        assertEquals(List.of("bbbb2222"), rows());
    }

    @Test
    void aRowThatANarrowColumnCutStandsForItsRevisionInEveryCommand() {
        project.open("t.db").upgrade("aaaa1111");
        project.query("t.db", "UPDATE retort_version SET version_num = 'aaaa11'");
        assertEquals(List.of(), project.open("t.db").current().unknown());
        assertEquals(
                "[aaaa1111]",
                project.open("t.db").show("current").stream()
                        .map(revision -> revision.id())
                        .toList()
                        .toString());
        project.open("t.db").upgrade("head");
        assertEquals(List.of("bbbb2222"), rows());
    }

    @Test
    void aTableOfAlembicThatIsTooNarrowOnPaperTakesLongIdsOnSqlite() {
        project.migration(LONG_ID, "bbbb2222", "  - execute: \"CREATE TABLE c (id INTEGER)\"\n");
        project.query(
                "t.db",
                "CREATE TABLE retort_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT retort_version_pkc PRIMARY"
                        + " KEY (version_num))");
        project.open("t.db").upgrade("head");
        assertEquals(List.of(LONG_ID), rows());
        assertFalse(project.open("t.db").upgrade("head").steps().iterator().hasNext());
    }

    private List<String> rows() {
        return project.query("t.db", "SELECT version_num FROM retort_version ORDER BY 1");
    }

    private static Finding refused(Runnable command) {
        return refusals(command).get(0);
    }

    private static List<Finding> refusals(Runnable command) {
        return assertThrows(RetortException.class, command::run).findings();
    }
}
