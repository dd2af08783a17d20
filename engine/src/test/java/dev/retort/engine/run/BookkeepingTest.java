// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.engine.CurrentResult;
import dev.retort.engine.HistoryRequest;
import dev.retort.engine.LedgerEntry;
import dev.retort.engine.MoveRequest;
import dev.retort.engine.Retort;
import dev.retort.engine.RunEvent;
import dev.retort.engine.fixture.Project;
import dev.retort.project.ProjectSettings;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookkeepingTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void createProject() {
        project = new Project(folder)
                .with("aaaa1", "message First", "upgrade", "table t id", "downgrade auto")
                .with("bbbb2", "revises aaaa1", "labels shop", "upgrade", "table u id", "downgrade auto");
    }

    @Test
    void readOnlyCommandsCreateNoTable() {
        Retort retort = project.open();
        CurrentResult current = retort.current();
        assertFalse(current.tableExists());
        assertEquals(List.of(), current.rows());
        retort.history(new HistoryRequest(null, true));
        retort.show("current");
        retort.ledger();
        retort.plan(MoveRequest.upgrade("head"));
        Project.findingsOf(retort::checkHeads);
        assertEquals(List.of(), project.query("SELECT name FROM sqlite_master"));
    }

    @Test
    void versionTableHasAlembicsShape() {
        project.open().upgrade("head");
        String sql = project.query("SELECT sql FROM sqlite_master WHERE name = 'retort_version'")
                .get(0);
        assertTrue(sql.contains("\"version_num\"") && sql.contains("NOT NULL"), sql);
        assertTrue(sql.contains("CONSTRAINT \"retort_version_pkc\" PRIMARY KEY (\"version_num\")"), sql);
    }

    @Test
    void tableOfAnAlembicProjectIsKept() {
        project.query("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                + "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))");
        project.query("INSERT INTO alembic_version VALUES ('aaaa1')");
        project.query("CREATE TABLE t (id INTEGER)");
        ProjectSettings d = project.settings();
        ProjectSettings settings = new ProjectSettings(
                d.folder(),
                d.versionLocations(),
                d.recursive(),
                d.format(),
                d.url(),
                d.models(),
                "alembic_version",
                null,
                d.ledgerTable(),
                d.naming(),
                d.include(),
                d.exclude(),
                d.postWriteHooks(),
                d.timezone(),
                d.fileTemplate(),
                d.truncateSlug(),
                d.templates(),
                d.lockTimeout(),
                d.settings());
        Retort retort = project.open(settings, builder -> builder);
        assertEquals("[aaaa1]", retort.current().rows().toString());
        retort.upgrade("head");
        assertEquals(List.of("bbbb2"), project.query("SELECT version_num FROM alembic_version"));
    }

    @Test
    void currentTellsRowsAndWhetherEverythingIsThere() {
        Retort retort = project.open();
        retort.upgrade("aaaa1");
        CurrentResult current = retort.current();
        assertFalse(current.atHeads());
        assertEquals("First", current.revisions().get(0).message());
        assertEquals("[bbbb2]", current.heads().toString());
        Finding finding = Project.findingsOf(retort::checkHeads).get(0);
        assertEquals(ErrorCode.NOT_UP_TO_DATE, finding.code());
        assertTrue(finding.message().startsWith("Target database is not up to date"), finding.message());
        retort.upgrade("head");
        assertTrue(retort.checkHeads().atHeads());
    }

    @Test
    void rowWithoutAMigrationIsNamedAndOnlyAPurgeRemovesIt() {
        Retort retort = project.open();
        retort.upgrade("head");
        project.query("UPDATE retort_version SET version_num = 'gone'");
        assertEquals("[gone]", retort.current().unknown().toString());
        Finding finding = Project.findingsOf(() -> retort.upgrade("head")).get(0);
        assertEquals(ErrorCode.UNKNOWN_ROW, finding.code());
        assertTrue(finding.message().contains("gone"), finding.message());
        Project.findingsOf(() -> retort.stamp("head"));
        retort.run(MoveRequest.stamp("head").withPurge(true));
        assertEquals(List.of("bbbb2"), project.rows());
    }

    @Test
    void rowThatIsNoRevisionIdIsToldAndPurged() {
        Retort retort = project.open();
        retort.upgrade("head");
        project.query("UPDATE retort_version SET version_num = 'a-b'");
        assertEquals(
                ErrorCode.VERSION_TABLE,
                Project.findingsOf(() -> retort.upgrade("head")).get(0).code());
        retort.run(MoveRequest.stamp("aaaa1").withPurge(true));
        assertEquals(List.of("aaaa1"), project.rows());
    }

    @Test
    void rowsThatChangeDuringAStepRollItBack() {
        Retort retort = project.open();
        retort.upgrade("aaaa1");
        project.with("bbbb2", "revises aaaa1", "upgrade", "table u id", "data DELETE FROM retort_version", "downgrade");
        Finding finding = Project.findingsOf(() -> retort.upgrade("head")).get(0);
        assertEquals(ErrorCode.ROW_MISMATCH, finding.code());
        assertTrue(
                finding.message()
                        .startsWith(
                                "Expected to match one row when updating 'aaaa1' to 'bbbb2' in 'retort_version'; 0 found"),
                finding.message());
        assertEquals(List.of("aaaa1"), project.rows());
        assertEquals(List.of("t"), project.tables());
    }

    @Test
    void duplicateRowsAreToldAsTheyAre() {
        project.query("CREATE TABLE retort_version (version_num VARCHAR(32))");
        project.query("INSERT INTO retort_version VALUES ('aaaa1'), ('aaaa1')");
        project.query("CREATE TABLE t (id INTEGER)");
        Finding finding =
                Project.findingsOf(() -> project.open().upgrade("head")).get(0);
        assertEquals(ErrorCode.ROW_MISMATCH, finding.code());
        assertTrue(finding.message().contains("2 found"), finding.message());
    }

    @Test
    void stampMovesRowsAndRunsNothing() {
        Retort retort = project.open();
        retort.stamp("head");
        assertEquals(List.of("bbbb2"), project.rows());
        assertEquals(List.of(), project.tables());
        retort.stamp("base");
        assertEquals(List.of(), project.rows());
        assertEquals(
                List.of("stamp|aaaa1|applied", "stamp|bbbb2|applied", "stamp|bbbb2|removed", "stamp|aaaa1|removed"),
                project.query("SELECT direction, revision, outcome FROM retort_ledger ORDER BY id"));
    }

    @Test
    void ensureVersionCreatesTheVersionTableAlone() {
        Retort retort = project.open();
        assertTrue(retort.ensureVersion());
        assertFalse(retort.ensureVersion());
        assertEquals(List.of("retort_version"), project.query("SELECT name FROM sqlite_master WHERE type = 'table'"));
    }

    @Test
    void ledgerTellsWhoDidWhatWhenAndWithWhat() {
        Retort retort = project.open();
        retort.upgrade("head");
        retort.downgrade("aaaa1");
        List<LedgerEntry> entries = retort.ledger();
        assertEquals(3, entries.size());
        LedgerEntry first = entries.get(0);
        assertEquals(
                "aaaa1 upgrade ada engine 1.0 applied First",
                String.join(
                        " ",
                        first.revision(),
                        first.direction(),
                        first.user(),
                        first.host(),
                        first.toolVersion(),
                        first.outcome(),
                        first.message()));
        assertEquals("2026-01-02T20:00:00Z", first.startedAt().toString());
        assertEquals(1, first.statements());
        assertTrue(first.server().startsWith("SQLite 3."), first.server());
        assertEquals(entries.get(0).runId(), entries.get(1).runId());
        assertNotEquals(entries.get(0).runId(), entries.get(2).runId());
        assertEquals("downgrade", entries.get(2).direction());
        assertEquals(List.of(1L, 2L, 3L), entries.stream().map(LedgerEntry::id).toList());
    }

    @Test
    void tagIsKeptWithEveryLineOfItsRun() {
        project.open().run(MoveRequest.upgrade("head").withTag("release 7"));
        assertEquals(
                List.of("First [release 7]", "[release 7]"),
                project.open().ledger().stream().map(LedgerEntry::message).toList());
    }

    @Test
    void checksumDoesNotDependOnLineEndings() {
        assertEquals(Checksum.of("a\nb\n"), Checksum.of("a\r\nb"));
        assertNotEquals(Checksum.of("a\nb\n"), Checksum.of("a\n\nb\n"));
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Checksum.of(""));
    }

    @Test
    void lockHeldByAnotherIsWaitedForAndThenNamed() throws Exception {
        project.file("lock-holder", "process 4711 (retort upgrade head)");
        try (FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            Finding finding =
                    Project.findingsOf(() -> project.open().upgrade("head")).get(0);
            assertEquals(ErrorCode.LOCK_TIMEOUT, finding.code());
            assertTrue(
                    finding.message().contains("process 4711 (retort upgrade head). Waited 200 ms"), finding.message());
            assertTrue(project.events().stream().anyMatch(RunEvent.LockWaiting.class::isInstance));
            assertEquals(List.of(), project.query("SELECT name FROM sqlite_master"));
        }
        project.open().upgrade("head");
        assertEquals(List.of("bbbb2"), project.rows());
    }

    @Test
    void runnersAtTheSameTimeRunEverythingOnce() throws Exception {
        int runners = 6;
        List<Thread> threads = new java.util.ArrayList<>();
        List<Throwable> failures = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
        for (int i = 0; i < runners; i++) {
            Retort retort =
                    project.open(project.settings(), builder -> builder.lockTimeout(java.time.Duration.ofSeconds(20)));
            Thread thread = new Thread(() -> retort.upgrade("head"));
            thread.setUncaughtExceptionHandler((which, failure) -> failures.add(failure));
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), failures);
        assertEquals(List.of("aaaa1", "bbbb2"), project.query("SELECT revision FROM retort_ledger ORDER BY id"));
    }

    @Test
    void listsShowTheGraph() {
        Retort retort = project.open();
        retort.upgrade("aaaa1");
        assertEquals("bbbb2", retort.heads(false).get(0).id().value());
        assertEquals(List.of("shop"), retort.heads(false).get(0).labels().subList(0, 1));
        List<dev.retort.engine.RevisionInfo> history = retort.history(new HistoryRequest(null, true));
        assertEquals(
                "[bbbb2, aaaa1]",
                history.stream().map(info -> info.id()).toList().toString());
        assertTrue(history.get(1).current());
        assertFalse(history.get(0).current());
        assertEquals(
                "[aaaa1]",
                retort.history(new HistoryRequest(":current", false)).stream()
                        .map(i -> i.id())
                        .toList()
                        .toString());
        assertEquals("migrations/aaaa1.mig", retort.show("aaaa").get(0).display());
        assertEquals(List.of(), retort.show("base"));
        assertEquals(
                "[aaaa1]",
                retort.show("current").stream().map(i -> i.id()).toList().toString());
        project.with("cccc3", "revises aaaa1", "upgrade", "downgrade");
        assertEquals(2, project.open().branches().get(0).children().size());
    }
}
