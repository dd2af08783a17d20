// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import static dev.retort.engine.plan.Graphs.changes;
import static dev.retort.engine.plan.Graphs.rows;
import static dev.retort.engine.plan.Graphs.steps;
import static dev.retort.engine.plan.Graphs.symbol;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.FindingCode;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.graph.RevisionSymbolParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One line of revisions, as in Alembic's RevisionPathTest. */
class LineTest {

    private final Planner planner = new Planner(Graphs.graph("a1", "b1 <- a1", "c1 <- b1", "d1 <- c1", "e1 <- d1"));

    /** Alembic: {@code RevisionPathTest.test_downgrade_to_existing} (#838). */
    @Test
    void downgradeToTheCurrentRevisionIsANoOp() {
        assertTrue(planner.downgrade(rows("b1"), symbol("b1")).isEmpty());
    }

    /** Alembic: {@code RevisionPathTest.test_downgrade_to_existing_head} (#839). */
    @Test
    void downgradeToTheCurrentHeadIsANoOp() {
        assertTrue(planner.downgrade(rows("e1"), symbol("e1")).isEmpty());
    }

    @Test
    void upgradeAtTheHeadIsANoOp() {
        assertTrue(planner.upgrade(rows("e1"), symbol("head")).isEmpty());
    }

    /** Alembic: {@code RevisionPathTest.test_invalid_relative_upgrade_path}. */
    @Test
    void aRelativeUpgradeIsNeverClamped() {
        assertEquals(ErrorCode.RELATIVE_INVALID, upgradeFails("c1", "+5"));
        assertEquals(ErrorCode.RELATIVE_INVALID, upgradeFails("c1", "-2"));
    }

    /** Alembic: {@code RevisionPathTest.test_invalid_relative_downgrade_path}. */
    @Test
    void aRelativeDowngradeIsNeverClamped() {
        assertEquals(ErrorCode.RELATIVE_INVALID, downgradeFails(rows("c1"), "-5"));
        assertEquals(ErrorCode.RELATIVE_INVALID, downgradeFails(rows("c1"), "+2"));
    }

    /** Alembic: {@code RevisionPathTest.test_downgrade_minus1_from_base}. */
    @Test
    void downgradeByOneAtBaseIsAnErrorAndNotANoOp() {
        assertEquals(ErrorCode.RELATIVE_INVALID, downgradeFails(rows(), "-1"));
    }

    /** Alembic: {@code RevisionPathTest.test_invalid_move_rev_to_none}. */
    @Test
    void downgradeToARevisionThatIsNotAppliedIsAnError() {
        assertEquals(ErrorCode.RANGE_NOT_ANCESTOR, downgradeFails(rows(), "b1"));
        Planner longIds = new Planner(Graphs.graph("aaaa1111", "bbbb2222 <- aaaa1111"));
        RetortException thrown = assertThrows(RetortException.class, () -> longIds.downgrade(rows(), symbol("aaaa")));
        assertEquals(ErrorCode.RANGE_NOT_ANCESTOR, code(thrown));
    }

    /** Alembic: {@code RevisionPathTest.test_relative_upgrade_path}. */
    @Test
    void anUpgradeMayCountFromANamedRevisionInBothDirections() {
        assertEquals(List.of("b1", "c1", "d1"), steps(planner.upgrade(rows("a1"), symbol("b1+2"))));
        assertEquals(List.of("b1"), steps(planner.upgrade(rows("a1"), symbol("d1-2"))));
    }

    /** Alembic: {@code RevisionPathTest.test_relative_downgrade_path}. */
    @Test
    void aDowngradeMayCountFromANamedRevisionInBothDirections() {
        assertEquals(List.of("d1"), steps(planner.downgrade(rows("d1"), symbol("a1+2"))));
        assertEquals(List.of("d1", "c1", "b1"), steps(planner.downgrade(rows("d1"), symbol("c1-2"))));
    }

    /** Alembic: {@code test_upgrade_from_base_implicit}. */
    @Test
    void anUpgradeByOneWithoutRowsRunsTheBase() {
        assertEquals(List.of("a1"), steps(planner.upgrade(rows(), symbol("+1"))));
    }

    @Test
    void theFirstStepInsertsTheNextUpdateAndTheLastOneDownDeletes() {
        Plan up = planner.upgrade(rows(), symbol("b1"));
        assertEquals(List.of("insert a1"), changes(up.steps().get(0).changes()));
        assertEquals(List.of("update a1 to b1"), changes(up.steps().get(1).changes()));
        Plan down = planner.downgrade(rows("a1"), symbol("base"));
        assertEquals(List.of("delete a1"), changes(down.steps().get(0).changes()));
    }

    @Test
    void anUnknownBranchThatMakesNoDifferenceToADowngradeIsAWarning() {
        Plan plan = planner.downgrade(rows("c1"), symbol("typo@a1"));
        assertEquals(List.of("c1", "b1"), steps(plan));
        assertEquals(ErrorCode.NO_SUCH_BRANCH, plan.warnings().get(0).code());
    }

    /** Alembic: {@code HistoryTest.test_history_too_large_relative_to_num}. */
    @Test
    void aHistoryOffsetThatLeadsTooFarStopsAtTheEnd() {
        var range = RevisionSymbolParser.parseRange("-9:c1", SourceLocation.COMMAND_LINE);
        assertEquals(3, planner.history(range, null).size());
    }

    /** Alembic: {@code MultipleBranchTest.test_same_branch_wrong_direction, test_wrong_direction_to_base_as_none} (#258). */
    @Test
    void aReversedRangeIsAnErrorAndNotAnEmptyList() {
        var range = RevisionSymbolParser.parseRange("d1:b1", SourceLocation.COMMAND_LINE);
        assertEquals(
                ErrorCode.RANGE_NOT_ANCESTOR,
                code(assertThrows(RetortException.class, () -> planner.history(range, null))));
    }

    @Test
    void aRowWithoutAFileIsNamedWithAWayOut() {
        RetortException thrown = assertThrows(
                RetortException.class, () -> planner.upgrade(rows("gone1", "a1", "gone2"), symbol("heads")));
        assertEquals(2, thrown.findings().size());
        assertEquals(ErrorCode.UNKNOWN_ROW, code(thrown));
        String text = thrown.findings().get(0).toString();
        assertTrue(text.startsWith("version table: Can't locate revision identified by 'gone1'"), text);
        String hint = String.valueOf(thrown.findings().get(0).hint());
        assertTrue(hint.contains("retort stamp --purge <revision>"), hint);
    }

    @Test
    void purgingReplacesRowsWithoutAFile() {
        StampPlan stamp = planner.stamp(rows("gone1"), List.of(symbol("b1")), true);
        assertEquals(List.of("update gone1 to b1"), changes(stamp.changes()));
    }

    @Test
    void aShortenedRowIsReplacedByItsWholeIdWithTheNextStep() {
        Planner longIds = new Planner(Graphs.graph("aaaa1111", "bbbb2222 <- aaaa1111"));
        Plan up = longIds.upgrade(rows("aaaa11"), symbol("head"));
        assertEquals(
                List.of("update aaaa11 to bbbb2222"), changes(up.steps().get(0).changes()));
    }

    /** Alembic: {@code RevisionTest.test_create_rev_autogen_db_not_up_to_date}. */
    @Test
    void aDatabaseThatIsBehindIsToldWhereItIsAndWhatToRun() {
        RetortException thrown = assertThrows(RetortException.class, () -> planner.requireUpToDate(rows("c1")));
        assertEquals(ErrorCode.NOT_UP_TO_DATE, code(thrown));
        String text = thrown.getMessage();
        assertTrue(text.contains("2 of 5 migrations have not run"), text);
        assertTrue(text.contains("c1  Change c1") && text.contains("e1  Change e1"), text);
        planner.requireUpToDate(rows("e1"));
    }

    private FindingCode upgradeFails(String row, String target) {
        return code(assertThrows(RetortException.class, () -> planner.upgrade(rows(row), symbol(target))));
    }

    private FindingCode downgradeFails(VersionRows rows, String target) {
        return code(assertThrows(RetortException.class, () -> planner.downgrade(rows, symbol(target))));
    }

    private static FindingCode code(RetortException thrown) {
        return thrown.findings().get(0).code();
    }
}
