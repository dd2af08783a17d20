// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.engine.MoveRequest;
import dev.retort.engine.PlanResult;
import dev.retort.engine.Retort;
import dev.retort.engine.RunEvent;
import dev.retort.engine.RunResult;
import dev.retort.engine.fixture.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void createProject() {
        project = new Project(folder);
    }

    private Project three() {
        return project.with("a", "message Users", "upgrade", "table users id", "downgrade auto")
                .with("b", "revises a", "upgrade", "column users age", "index users - age", "downgrade auto")
                .with("c", "revises b", "upgrade", "table roles id", "insert roles id 7", "downgrade auto");
    }

    @Test
    void upgradeRunsEverythingInOrder() {
        RunResult result = three().open().upgrade("head");
        assertEquals(List.of("roles", "users"), project.tables());
        assertEquals(List.of("c"), project.rows());
        assertEquals(
                "[a, b, c]",
                result.steps().stream().map(step -> step.revision()).toList().toString());
        assertEquals(List.of("7"), project.query("SELECT id FROM roles"));
        assertEquals(
                List.of("ix_users_age"),
                project.query("SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'ix%'"));
    }

    @Test
    void upgradeAtHeadChangesNothingAndReadsNoBody() throws Exception {
        Retort retort = three().open();
        retort.upgrade("head");
        project.bodiesRead().clear();
        byte[] before = Files.readAllBytes(folder.resolve("test.db"));
        RunResult result = retort.upgrade("head");
        assertTrue(result.steps().isEmpty());
        assertEquals(List.of(), project.bodiesRead());
        assertEquals(
                java.util.Arrays.hashCode(before),
                java.util.Arrays.hashCode(Files.readAllBytes(folder.resolve("test.db"))));
    }

    @Test
    void laterUpgradeReadsEarlierBodiesOnlyIfItNeedsThem() {
        Retort retort = three().open();
        retort.upgrade("b");
        project.bodiesRead().clear();
        retort.upgrade("c");
        assertEquals(List.of("migrations/c.mig"), project.bodiesRead());
        project.with("d", "revises c", "upgrade", "column users height", "downgrade");
        project.bodiesRead().clear();
        project.open().upgrade("d");
        assertEquals(4, project.bodiesRead().size());
    }

    @Test
    void downgradeComputesTheInverse() {
        Retort retort = three().open();
        retort.upgrade("head");
        retort.downgrade("a");
        assertEquals(List.of("users"), project.tables());
        assertEquals(List.of("id"), project.query("SELECT name FROM pragma_table_info('users')"));
        assertEquals(List.of("a"), project.rows());
        retort.downgrade("base");
        assertEquals(List.of(), project.tables());
        assertEquals(List.of(), project.rows());
    }

    @Test
    void downgradeToTheCurrentRevisionIsANoOp() {
        Retort retort = three().open();
        retort.upgrade("b");
        assertTrue(retort.downgrade("b").steps().isEmpty());
    }

    @Test
    void downgradeThatItsAuthorForbidsIsRefusedBeforeAnythingRuns() {
        project.with("a", "upgrade", "table t id", "downgrade never rows are gone")
                .with("b", "revises a", "upgrade", "table u id", "downgrade");
        Retort retort = project.open();
        retort.upgrade("head");
        List<Finding> findings = Project.findingsOf(() -> retort.downgrade("base"));
        assertEquals(ErrorCode.IRREVERSIBLE, findings.get(0).code());
        assertTrue(findings.get(0).message().contains("rows are gone"), findings.toString());
        assertEquals(List.of("b"), project.rows());
    }

    /** Alembic: {@code MigrationTransactionTest.test_transaction_per_all_non_transactional_ddl}. */
    @Test
    void failingStatementRollsItsRevisionBackAndKeepsThoseBefore() {
        project.with("a", "upgrade", "table t id", "downgrade")
                .with(
                        "b",
                        "revises a",
                        "message Bad",
                        "upgrade",
                        "table u id",
                        "sql INSERT INTO nowhere VALUES (1)",
                        "downgrade")
                .with("c", "revises b", "upgrade", "table w id", "downgrade");
        Retort retort = project.open();
        Finding finding = Project.findingsOf(() -> retort.upgrade("head")).get(0);
        assertEquals(ErrorCode.STATEMENT_FAILED, finding.code());
        assertEquals("migrations/b.mig:6:1", String.valueOf(finding.location()));
        for (String part : List.of(
                "'b' (Bad)",
                "INSERT INTO nowhere VALUES (1)",
                "no such table: nowhere",
                "rolled back",
                "is at 'a'",
                "1 revision ran before it",
                "Remaining: 'b', 'c'")) {
            assertTrue(finding.message().contains(part), part + " in " + finding.message());
        }
        assertEquals("Fix the migration and run the same command again.", finding.hint());
        assertEquals(List.of("t"), project.tables());
        assertEquals(List.of("a"), project.rows());
        assertEquals(
                List.of("a|applied", "b|failed"),
                project.query("SELECT revision, outcome FROM retort_ledger ORDER BY id"));

        project.with("b", "revises a", "message Good", "upgrade", "table u id", "downgrade");
        project.open().upgrade("head");
        assertEquals(List.of("t", "u", "w"), project.tables());
    }

    @Test
    void mistakeInALaterRevisionIsFoundBeforeTheFirstOneRuns() {
        project.with("a", "upgrade", "table t id", "downgrade")
                .with("b", "revises a", "upgrade", "column users age", "downgrade");
        Finding finding =
                Project.findingsOf(() -> project.open().upgrade("head")).get(0);
        assertEquals(ErrorCode.NO_SUCH_OBJECT, finding.code());
        assertEquals("migrations/b.mig:4:1", String.valueOf(finding.location()));
        assertEquals(List.of(), project.query("SELECT name FROM sqlite_master"));
    }

    /** Alembic: {@code MigrationTransactionTest.test_autocommit_block}. */
    @Test
    void transactionNoneKeepsWhatRanBeforeAFailure() {
        project.with(
                "a", "transaction none", "upgrade", "table t id", "sql INSERT INTO nowhere VALUES (1)", "downgrade");
        Finding finding =
                Project.findingsOf(() -> project.open().upgrade("head")).get(0);
        assertTrue(
                finding.message().contains("1 statements of this revision before it ran outside a transaction"),
                finding.message());
        assertEquals(List.of("t"), project.tables());
        assertEquals(List.of(), project.rows());
        assertEquals(List.of("started", "failed"), project.query("SELECT outcome FROM retort_ledger ORDER BY id"));
    }

    @Test
    void codeRunsInTheTransactionAndCannotEndIt() {
        project.with("a", "upgrade", "table t id", "run INSERT INTO t VALUES (5)", "downgrade");
        project.open().upgrade("head");
        assertEquals(List.of("5"), project.query("SELECT id FROM t"));
        project.with("b", "revises a", "upgrade", "table u id", "run commit", "downgrade");
        Finding finding =
                Project.findingsOf(() -> project.open().upgrade("head")).get(0);
        assertEquals(ErrorCode.CODE_FAILED, finding.code());
        assertTrue(finding.message().contains("must not call commit()"), finding.message());
        assertEquals(List.of("t"), project.tables());
    }

    @Test
    void conditionsAndVariantsPickTheirDialect() {
        project.with(
                "a",
                "upgrade",
                "when postgres table p id",
                "when lite table t id",
                "variants lite=INSERT INTO t VALUES (1)|postgres=NOPE",
                "variants lite=|postgres=NOPE",
                "downgrade");
        RunResult result = project.open().upgrade("head");
        assertEquals(List.of("t"), project.tables());
        assertEquals(List.of("1"), project.query("SELECT id FROM t"));
        assertEquals(2, result.steps().get(0).statements());
    }

    @Test
    void missingVariantNamesThoseThereAre() {
        project.with("a", "upgrade", "variants mysql=A|postgres=B", "downgrade");
        Finding finding =
                Project.findingsOf(() -> project.open().upgrade("head")).get(0);
        assertEquals(ErrorCode.NO_VARIANT, finding.code());
        assertTrue(finding.message().contains("'mysql', 'postgres'"), finding.message());
    }

    @Test
    void portableTextWithoutItsParserIsAFinding() {
        project.with("a", "upgrade", "portable SELECT 1", "downgrade");
        Finding finding =
                Project.findingsOf(() -> project.open().upgrade("head")).get(0);
        assertEquals(ErrorCode.PORTABLE_SQL, finding.code());
        assertEquals("migrations/a.mig:3:1", String.valueOf(finding.location()));
    }

    @Test
    void everyFindingOfAPlanIsReportedAtOnce() {
        project.with("a", "upgrade", "variants mysql=A", "column nowhere x", "downgrade")
                .with("b", "revises a", "upgrade", "column elsewhere x", "downgrade");
        assertEquals(3, Project.findingsOf(() -> project.open().upgrade("head")).size());
    }

    @Test
    void eventsTellTheRun() {
        three().open().upgrade("head");
        List<String> kinds = project.events().stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
        assertEquals(
                List.of("LockObtained", "Planned", "StepStarted", "StatementStarted", "StatementFinished"),
                kinds.subList(0, 5));
        assertEquals("StepFinished", kinds.get(kinds.size() - 1));
        RunEvent.StepStarted last = project.events().stream()
                .filter(RunEvent.StepStarted.class::isInstance)
                .map(RunEvent.StepStarted.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
        assertEquals(
                "3 of 3 [b] to [c]", last.index() + " of " + last.count() + " " + last.from() + " to " + last.to());
    }

    @Test
    void listenerThatThrowsRollsTheStepBack() {
        three();
        Retort retort = project.open(
                project.settings(),
                builder -> builder.listener(event -> {
                    if (event instanceof RunEvent.StatementFinished finished
                            && finished.sql().contains("roles")) {
                        throw new IllegalStateException("enough");
                    }
                }));
        org.junit.jupiter.api.Assertions.assertThrows(IllegalStateException.class, () -> retort.upgrade("head"));
        assertEquals(List.of("b"), project.rows());
        assertEquals(List.of("users"), project.tables());
    }

    @Test
    void planTellsStatementsAndChangesNothing() {
        PlanResult plan = three().open().plan(MoveRequest.upgrade("head"));
        assertEquals(3, plan.steps().size());
        assertEquals(List.of("add_column", "create_index"), plan.steps().get(1).operations());
        assertTrue(plan.steps().get(1).statements().get(0).startsWith("ALTER TABLE \"users\" ADD"), plan.toString());
        assertFalse(plan.steps().get(1).estimated());
        assertEquals("[c]", plan.after().toString());
        assertEquals(List.of(), project.query("SELECT name FROM sqlite_master"));
    }

    @Test
    void branchesHaveARowEachAndAMergeJoinsThem() {
        project.with("a", "upgrade", "table t id", "downgrade auto")
                .with("b", "revises a", "upgrade", "table u id", "downgrade auto")
                .with("c", "revises a", "upgrade", "table v id", "downgrade auto");
        Retort retort = project.open();
        assertEquals(
                ErrorCode.MULTIPLE_HEADS,
                Project.findingsOf(() -> retort.upgrade("head")).get(0).code());
        retort.upgrade("heads");
        assertEquals(List.of("b", "c"), project.rows());
        project.with("m", "revises b c", "upgrade", "downgrade auto");
        project.open().upgrade("head");
        assertEquals(List.of("m"), project.rows());
        project.open().downgrade("b");
        assertEquals(List.of("b", "c"), project.rows());
    }
}
