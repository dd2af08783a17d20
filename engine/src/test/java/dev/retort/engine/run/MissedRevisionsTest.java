// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.engine.CurrentResult;
import dev.retort.engine.MoveRequest;
import dev.retort.engine.PlanResult;
import dev.retort.engine.Retort;
import dev.retort.engine.RunResult;
import dev.retort.engine.fixture.Project;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alembic counts a revision that is inserted under an applied head as applied, and never runs it. */
class MissedRevisionsTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void createProject() {
        project = new Project(folder)
                .with("aaaa1", "message First", "upgrade", "table t id", "downgrade auto")
                .with("cccc3", "revises aaaa1", "message Third", "upgrade", "table v id", "downgrade auto");
    }

    /** Puts {@code bbbb2} between the two. */
    private Retort insert() {
        return project.with("bbbb2", "revises aaaa1", "message Second", "upgrade", "column t size", "downgrade auto")
                .with("cccc3", "revises bbbb2", "message Third", "upgrade", "table v id", "downgrade auto")
                .open();
    }

    @Test
    void upgradeRefusesAndNamesTheCommandThatRunsIt() {
        project.open().upgrade("head");
        Finding finding = Project.findingsOf(() -> insert().upgrade("head")).get(0);
        assertEquals(ErrorCode.NEVER_RAN, finding.code());
        assertEquals(
                "Revision 'bbbb2' (Second) never ran here: it was inserted below revisions that are applied.",
                finding.message());
        assertEquals(
                "'retort upgrade bbbb2 --missed' runs it. If what it does is there already, 'retort stamp cccc3' says so.",
                finding.hint());
        assertTrue(finding.location().toString().contains("bbbb2"), finding.toString());
        assertFalse(columns("t").contains("size"));
    }

    @Test
    void upgradeRunsItIfAskedTo() {
        project.open().upgrade("head");
        Retort retort = insert();
        RunResult result = retort.run(MoveRequest.upgrade("bbbb2").withMissed(true));
        assertEquals(
                "[bbbb2]",
                result.steps().stream().map(step -> step.revision()).toList().toString());
        assertEquals(List.of("cccc3"), project.rows());
        assertTrue(columns("t").contains("size"));
        assertTrue(retort.check().findings().isEmpty());
        assertTrue(retort.upgrade("head").steps().isEmpty());
    }

    @Test
    void itRunsBeforeWhatIsNew() {
        project.open().upgrade("head");
        insert();
        Retort retort = project.with("dddd4", "revises cccc3", "upgrade", "index t - size", "downgrade auto")
                .open();
        PlanResult plan = retort.plan(MoveRequest.upgrade("head").withMissed(true));
        assertEquals(
                "[bbbb2, dddd4]",
                plan.steps().stream().map(step -> step.revision()).toList().toString());
        assertEquals(List.of(), plan.findings());
        retort.run(MoveRequest.upgrade("head").withMissed(true));
        assertEquals(List.of("dddd4"), project.rows());
    }

    @Test
    void planReportsItAndChangesNothing() {
        project.open().upgrade("head");
        PlanResult plan = insert().plan(MoveRequest.upgrade("head"));
        assertEquals(ErrorCode.NEVER_RAN, plan.findings().get(0).code());
        assertEquals(List.of(), plan.steps());
    }

    @Test
    void currentAndCheckReportIt() {
        project.open().upgrade("head");
        Retort retort = insert();
        CurrentResult current = retort.current();
        assertEquals("[bbbb2]", current.neverRan().toString());
        assertFalse(current.atHeads());
        assertEquals(ErrorCode.NEVER_RAN, current.findings().get(0).code());
        assertEquals("[bbbb2]", retort.check().neverRan().toString());
        assertEquals(ErrorCode.NEVER_RAN, retort.check().findings().get(0).code());
        assertEquals(
                ErrorCode.NEVER_RAN,
                Project.findingsOf(retort::checkHeads).get(0).code());
    }

    @Test
    void checkFindsRevisionsThatHaveNotRunAndRowsWithoutAFile() {
        Retort retort = project.open();
        retort.upgrade("aaaa1");
        project.query("INSERT INTO retort_version VALUES ('gone')");
        var result = retort.check();
        assertEquals("[cccc3]", result.missing().toString());
        assertEquals("[gone]", result.unknown().toString());
        assertEquals(
                List.of(ErrorCode.UNKNOWN_ROW, ErrorCode.NOT_UP_TO_DATE),
                result.findings().stream().map(Finding::code).toList());
    }

    @Test
    void stampOfWhereTheDatabaseStandsSaysThatItIsThere() {
        project.open().upgrade("head");
        Retort retort = insert();
        retort.stamp("cccc3");
        assertEquals(List.of(), retort.current().neverRan());
        assertTrue(retort.upgrade("head").steps().isEmpty());
        assertEquals(List.of("cccc3"), project.rows());
    }

    @Test
    void whatWasStampedCountsAndWhatIsInsertedBelowLaterDoesNot() {
        project.open().stamp("head");
        assertEquals(List.of(), project.open().current().neverRan());
        assertEquals("[bbbb2]", insert().current().neverRan().toString());
    }

    @Test
    void databaseThatSomethingElseBroughtHereIsTakenAsItIsOnce() {
        project.query("CREATE TABLE retort_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)");
        project.query("INSERT INTO retort_version VALUES ('aaaa1')");
        project.query("CREATE TABLE t (id INTEGER)");
        Retort retort = project.open();
        assertEquals(List.of(), retort.current().neverRan());
        retort.upgrade("head");
        assertEquals(List.of(), retort.current().neverRan());
        assertEquals("[bbbb2]", insert().current().neverRan().toString());
    }

    @Test
    void revisionThatWasUndoneAndMovedBelowIsFound() {
        project.with("bbbb2", "revises aaaa1", "message Second", "upgrade", "column t size", "downgrade auto");
        Retort retort = project.open();
        retort.upgrade("heads");
        retort.downgrade("bbbb2@aaaa1");
        assertEquals(List.of("cccc3"), project.rows());
        assertEquals("[bbbb2]", insert().current().neverRan().toString());
    }

    @Test
    void downgradeOverItIsRefusedAndAnotherGoesOn() {
        project.with("dddd4", "revises cccc3", "upgrade", "table w id", "downgrade auto");
        project.open().upgrade("head");
        Retort retort = insert();
        Finding finding = Project.findingsOf(() -> retort.downgrade("aaaa1")).get(0);
        assertEquals(ErrorCode.NEVER_RAN, finding.code());
        retort.downgrade("cccc3");
        assertEquals(List.of("cccc3"), project.rows());
    }

    @Test
    void anotherBranchIsNotHeldUp() {
        project.with("xxxx1", "labels other", "upgrade", "table x id", "downgrade auto");
        project.open().upgrade("cccc3");
        Retort retort = insert();
        retort.upgrade("other@head");
        assertEquals(List.of("cccc3", "xxxx1"), project.rows().stream().sorted().toList());
    }

    @Test
    void whatAStampTookAwayRunsAgain() {
        Retort retort = project.open();
        retort.upgrade("head");
        retort.stamp("aaaa1");
        project.query("DROP TABLE v");
        retort.upgrade("head");
        assertEquals(List.of(), retort.current().neverRan());
        assertEquals(List.of("t", "v"), project.tables());
    }

    private List<String> columns(String table) {
        return project.query("SELECT name FROM pragma_table_info('" + table + "')");
    }
}
