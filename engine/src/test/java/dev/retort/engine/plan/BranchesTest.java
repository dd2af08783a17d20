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
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.graph.RevisionSymbolParser;
import dev.retort.engine.graph.SymbolRange;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Branches, merges and stamps, as in Alembic's BranchedPathTest, MergedPathTest, TwinMergeTest and ForestTest. */
class BranchesTest {

    private final Planner branched =
            new Planner(Graphs.graph("a", "b <- a", "c1 <- b #c1branch", "d1 <- c1", "c2 <- b #c2branch", "d2 <- c2"));
    private final Planner merged = new Planner(Graphs.graph(
            "a", "b <- a", "c1 <- b #c1branch", "d1 <- c1", "c2 <- b #c2branch", "d2 <- c2", "e <- d1 d2", "f <- e"));

    /** Alembic: {@code BranchedPathTest.test_stamp_down_across_multiple_branch_to_branchpoint}. */
    @Test
    void aStampBelowAForkDeletesOneRowAndUpdatesTheOther() {
        StampPlan stamp = branched.stamp(rows("d1", "c2"), List.of(symbol("b")), false);
        assertEquals(List.of("delete d1", "update c2 to b"), changes(stamp.changes()));
    }

    /** Alembic: {@code BranchedPathTest.test_stamp_to_labeled_base_multiple_heads}. */
    @Test
    void aStampToTheBaseOfALabelLeavesTheOtherBranchAlone() {
        StampPlan stamp = branched.stamp(rows("d1", "c2"), List.of(symbol("c1branch@base")), false);
        assertEquals(List.of("delete d1"), changes(stamp.changes()));
    }

    /** Alembic: {@code BranchedPathTest.test_stamp_to_labeled_head_multiple_heads}. */
    @Test
    void aStampToTheHeadOfALabelLeavesTheOtherBranchAlone() {
        StampPlan stamp = branched.stamp(rows("d1", "c2"), List.of(symbol("c2branch@head")), false);
        assertEquals(List.of("update c2 to d2"), changes(stamp.changes()));
    }

    /** Alembic: {@code ForestTest.test_stamp_to_heads_no_moves_needed}. */
    @Test
    void aStampToRowsThatArePresentChangesNothing() {
        assertEquals(
                List.of(),
                branched.stamp(rows("d1", "d2"), List.of(symbol("heads")), false)
                        .changes());
    }

    /** Alembic: {@code test_online_stamp_multi_rev_nonsensical accepts this; here it is refused}. */
    @Test
    void aStampToARevisionAndItsAncestorIsRefused() {
        RetortException thrown = assertThrows(
                RetortException.class, () -> branched.stamp(rows(), List.of(symbol("b"), symbol("d1")), false));
        assertEquals(ErrorCode.OVERLAP, thrown.findings().get(0).code());
    }

    /** Alembic: {@code MergedPathTest.test_stamp_labeled_head_across_merge_from_multiple_branch}. */
    @Test
    void aStampAcrossAMergeCountsTheAncestorsOfTheLabelledHead() {
        StampPlan stamp = merged.stamp(rows("d1", "c2"), List.of(symbol("c1branch@head")), false);
        assertEquals(List.of("delete d1", "update c2 to f"), changes(stamp.changes()));
    }

    /** Alembic: {@code BranchedPathTest.test_relative_downgrade_baseplus2}. */
    @Test
    void aDowngradeToAPlaceCountedFromBaseTearsDownEveryBranchAbove() {
        Plan plan = branched.downgrade(rows("d1", "d2"), symbol("base+2"));
        assertEquals(Set.of("d1", "c1", "d2", "c2"), Set.copyOf(steps(plan)));
        assertEquals(rows("b"), plan.rows());
    }

    /** Alembic: {@code BranchedPathTest.test_relative_downgrade_branchplus2}. */
    @Test
    void aDowngradeOfALabelCountedFromBaseKeepsTheOtherBranch() {
        Plan plan = branched.downgrade(rows("d1", "d2"), symbol("c2branch@base+2"));
        assertEquals(List.of("d2", "c2"), steps(plan));
        assertEquals(rows("d1"), plan.rows());
    }

    /** Alembic: {@code BranchedPathTest.test_downgrade_once_order_right}. */
    @Test
    void aDowngradeByOneWithTwoRowsTakesTheFirstAndWarns() {
        Plan plan = branched.downgrade(rows("d2", "d1"), symbol("-1"));
        assertEquals(List.of("d2"), steps(plan));
        assertEquals(1, plan.warnings().size());
        assertEquals(List.of("d1"), steps(branched.downgrade(rows("d1", "d2"), symbol("-1"))));
    }

    /** Alembic: {@code BranchedPathTest.test_downgrade_once_order_left_unbalanced_labelled}. */
    @Test
    void aDowngradeByOneOfALabelKeepsToIt() {
        Plan plan = branched.downgrade(rows("d2", "c1"), symbol("c1branch@-1"));
        assertEquals(List.of("c1"), steps(plan));
        assertEquals(List.of(), plan.warnings());
    }

    /** Alembic: {@code BranchedPathTest.test_downgrade_relative_order_right} (#765). */
    @Test
    void aDowngradeCountedFromARevisionRevertsThatSideOnly() {
        assertEquals(List.of("d2"), steps(branched.downgrade(rows("d2", "c1"), symbol("d2-1"))));
    }

    /** Alembic: {@code BranchedPathTest.test_downgrade_single_branch_c1branch, test_downgrade_single_branch_d1}. */
    @Test
    void aLabelOrAHeadAsBranchRevertsOneSideDownToTheFork() {
        assertEquals(List.of("d1", "c1"), steps(branched.downgrade(rows("d1", "d2"), symbol("c1branch@b"))));
        assertEquals(List.of("d1", "c1"), steps(branched.downgrade(rows("d1", "d2"), symbol("d1@b"))));
    }

    /** Alembic: {@code BranchedPathTest.test_downgrade_no_effect_branched}. */
    @Test
    void aDowngradeToOneOfTheRowsLeavesTheOthersAlone() {
        assertTrue(branched.downgrade(rows("d1", "d2"), symbol("d1")).isEmpty());
    }

    /** Alembic: {@code BranchedPathTest.test_ambiguous_upgrade, test_upgrade_one_branch_of_heads}. */
    @Test
    void anUpgradeByOneWithTwoRowsNeedsABranch() {
        RetortException thrown =
                assertThrows(RetortException.class, () -> branched.upgrade(rows("c1", "c2"), symbol("+1")));
        assertEquals(ErrorCode.AMBIGUOUS_START, thrown.findings().get(0).code());
        assertEquals(List.of("d1"), steps(branched.upgrade(rows("c1", "c2"), symbol("c1branch@+1"))));
    }

    /** Alembic: {@code BranchedPathTest.test_upgrade_other_branch_from_mergepoint}. */
    @Test
    void anUpgradeByOneOfALabelStartsAtTheForkIfOnlyTheOtherBranchIsApplied() {
        assertEquals(List.of("c2"), steps(branched.upgrade(rows("c1"), symbol("c2branch@+1"))));
    }

    @Test
    void upgradeToHeadWithSeveralHeadsListsThemAndTheCommands() {
        RetortException thrown = assertThrows(RetortException.class, () -> branched.upgrade(rows(), symbol("head")));
        assertEquals(ErrorCode.MULTIPLE_HEADS, thrown.findings().get(0).code());
        String text = thrown.getMessage();
        assertTrue(text.contains("d1  Change d1") && text.contains("d2  Change d2"), text);
        String hint = String.valueOf(thrown.findings().get(0).hint());
        assertTrue(hint.contains("retort merge d1 d2 -m") && hint.contains("retort upgrade heads"), hint);
    }

    @Test
    void aMergeDeletesAllRowsButOneAndUpdatesThat() {
        Plan plan = merged.upgrade(rows("d1", "d2"), symbol("e"));
        assertEquals(
                List.of("delete d1", "update d2 to e"),
                changes(plan.steps().get(0).changes()));
    }

    /** Alembic: {@code MergedPathTest.test_downgrade_across_merge_point}. */
    @Test
    void aDowngradeAcrossAMergeUpdatesToOneParentAndInsertsTheOther() {
        Plan plan = merged.downgrade(rows("f"), symbol("b"));
        assertEquals(List.of("f", "e", "d1", "c1", "d2", "c2"), steps(plan));
        assertEquals(
                List.of("update e to d1", "insert d2"),
                changes(plan.steps().get(1).changes()));
        assertEquals(List.of("delete c1"), changes(plan.steps().get(3).changes()));
        assertEquals(List.of("update c2 to b"), changes(plan.steps().get(5).changes()));
    }

    @Test
    void aDowngradeByOneFromAMergeIsAmbiguous() {
        RetortException thrown = assertThrows(RetortException.class, () -> merged.downgrade(rows("e"), symbol("-1")));
        assertEquals(ErrorCode.AMBIGUOUS_WALK, thrown.findings().get(0).code());
    }

    /** Alembic: {@code TwinMergeTest.test_upgrade} (#297). */
    @Test
    void theSecondOfTwoMergesOfTheSameRevisionsInsertsItsOwnRow() {
        Planner twins =
                new Planner(Graphs.graph("a", "b1 <- a", "b2 <- a", "b3 <- a", "c1 <- b1 b2 b3", "c2 <- b1 b2 b3"));
        Plan plan = twins.upgrade(rows("b1", "b2", "b3"), symbol("heads"));
        assertEquals(
                List.of("delete b1", "delete b2", "update b3 to c2"),
                changes(plan.steps().get(0).changes()));
        assertEquals(List.of("insert c1"), changes(plan.steps().get(1).changes()));
    }

    /** Alembic: {@code BranchFromMergepointTest.test_mergepoint_to_only_one_side_upgrade} and {@code _downgrade}. */
    @Test
    void aMergeOfOneLineLeavesTheRowOfTheOtherLineAlone() {
        Planner planner = new Planner(
                Graphs.graph("a1", "b1 <- a1", "c1 <- b1", "a2", "b2 <- a2", "c2 <- b2", "d1 <- c1 c2", "d2 <- c2"));
        Plan up = planner.upgrade(rows("d2", "b1"), symbol("d1"));
        assertEquals(List.of("c1", "d1"), steps(up));
        assertEquals(List.of("update c1 to d1"), changes(up.steps().get(1).changes()));
        Plan down = planner.downgrade(rows("d2", "d1"), symbol("b1"));
        assertEquals(List.of("d1", "c1"), steps(down));
        assertEquals(List.of("update d1 to c1"), changes(down.steps().get(0).changes()));
        assertEquals(rows("d2", "b1"), down.rows());
    }

    /** Alembic: {@code MultipleBaseCrossDependencyTestOne.test_different_branch_not_wrong_direction}. */
    @Test
    void aRangeAcrossTwoBranchesIsAnErrorAndNotAnEmptyList() {
        SymbolRange range = RevisionSymbolParser.parseRange("c1:d2", SourceLocation.COMMAND_LINE);
        RetortException thrown = assertThrows(RetortException.class, () -> branched.history(range, null));
        assertEquals(ErrorCode.RANGE_NOT_ANCESTOR, thrown.findings().get(0).code());
    }

    @Test
    void everyRelativeFormWalksOneLine() {
        assertEquals(List.of("a", "b"), steps(branched.upgrade(rows(), symbol("base+2"))));
        assertEquals(List.of("c1"), steps(branched.upgrade(rows("b"), symbol("c1branch@+1"))));
        assertEquals(List.of("a", "b", "c1"), steps(branched.upgrade(rows(), symbol("c1branch@base+3"))));
        assertEquals(List.of("a", "b", "c2"), steps(branched.upgrade(rows(), symbol("c2branch@head-1"))));
        assertEquals(List.of("f", "e"), steps(merged.downgrade(rows("f"), symbol("d2"))));
        assertEquals(List.of("f"), steps(merged.downgrade(rows("f"), symbol("head-1"))));
        for (String fork : List.of("b+1", "base+3", "head-1")) {
            RetortException thrown =
                    assertThrows(RetortException.class, () -> branched.upgrade(rows(), symbol(fork)), fork);
            assertTrue(
                    List.of(ErrorCode.AMBIGUOUS_WALK, ErrorCode.MULTIPLE_HEADS)
                            .contains(thrown.findings().get(0).code()),
                    fork);
        }
        for (String beyond : List.of("d1+1", "c1branch@base+5", "a-2")) {
            RetortException thrown =
                    assertThrows(RetortException.class, () -> branched.upgrade(rows(), symbol(beyond)), beyond);
            assertEquals(ErrorCode.RELATIVE_INVALID, thrown.findings().get(0).code(), beyond);
        }
    }

    /** Alembic: {@code test_detect_invalid_head_selection}. */
    @Test
    void aRequestForARevisionAndItsAncestorOverlaps() {
        RetortException thrown = assertThrows(
                RetortException.class,
                () -> branched.upgrade(rows(), List.of(symbol("b"), symbol("d1"), symbol("d2"))));
        assertEquals(ErrorCode.OVERLAP, thrown.findings().get(0).code());
    }
}
