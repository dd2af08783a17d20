// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import static dev.retort.engine.plan.Graphs.changes;
import static dev.retort.engine.plan.Graphs.rows;
import static dev.retort.engine.plan.Graphs.steps;
import static dev.retort.engine.plan.Graphs.symbol;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.graph.RevisionSymbolParser;
import dev.retort.migration.RevisionId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Revisions that depend on others, as in Alembic's DependsOn... tests. */
class DependenciesTest {

    /** Alembic: {@code DependsOnBranchTestOne.test_downgrade_to_dependency}. */
    @Test
    void revertingADependentDeletesItsRowIfItsParentIsImpliedElsewhere() {
        Planner planner = new Planner(Graphs.graph("a", "b1 <- a", "c1 <- b1", "b2 <- a", "c2 <- b2 ; c1", "d1 <- c1"));
        Plan plan = planner.downgrade(rows("c2", "d1"), symbol("c1"));
        assertEquals(List.of("d1"), steps(plan));
        assertEquals(List.of("delete d1"), changes(plan.steps().get(0).changes()));
    }

    @Test
    void aDependencyHasNoRowWhileItsDependentHasOneAndGetsItBackAfterwards() {
        Planner planner = new Planner(Graphs.graph("x1", "x2 <- x1", "y1", "y2 <- y1 ; x2"));
        Plan up = planner.upgrade(rows(), symbol("heads"));
        assertEquals(rows("y2"), up.rows());
        Plan down = planner.downgrade(rows("y2"), symbol("y1"));
        assertEquals(
                List.of("update y2 to y1", "insert x2"),
                changes(down.steps().get(0).changes()));
    }

    /** Alembic: {@code DependsOnBranchTestThree.test_downgrade_over_crisscross} (#377). */
    @Test
    void halfAMergeMayGoIfTheOtherHalfImpliesTheRest() {
        Planner planner = new Planner(
                Graphs.graph("base1", "a1 <- base1", "b1 <- base1", "a2 <- a1", "b2 <- b1 ; a2", "a3 <- a2 ; b1"));
        Plan plan = planner.downgrade(rows("a3", "b2"), symbol("b1"));
        assertEquals(List.of("b2"), steps(plan));
        assertEquals(rows("a3"), plan.rows());
    }

    /** Alembic: {@code DependsOnOwnDownrevTest} (#843). */
    @Test
    void aDependencyOnTheOwnParentWorksBothWays() {
        Planner planner = new Planner(Graphs.graph("a1", "b1 <- a1 ; a1"));
        Plan up = planner.upgrade(rows(), symbol("head"));
        assertEquals(rows("b1"), up.rows());
        assertEquals(rows("a1"), planner.downgrade(up.rows(), symbol("-1")).rows());
    }

    /** Alembic: {@code DependsOnBranchLabelTest.test_upgrade_path}. */
    @Test
    void aDependencyMayBeALabel() {
        Planner planner = new Planner(Graphs.graph("a1 #lib", "a2 <- a1", "b1 ; lib"));
        assertEquals(List.of("a1", "b1"), steps(planner.upgrade(rows(), symbol("b1"))));
    }

    /** Alembic: {@code DependsOnBranchTestOne.test_stamp_across_dependency}. */
    @Test
    void aStampBelowADependencyTakesTheRowsThatAreBasedOnIt() {
        Planner planner = new Planner(Graphs.graph(
                "a1 #lib1", "b1 <- a1", "c1 <- b1", "a2", "b2 <- a2", "c2 <- b2 ; c1", "d1 <- c1", "e1 <- d1"));
        StampPlan stamp = planner.stamp(rows("e1", "c2"), List.of(symbol("b1")), false);
        assertEquals(rows("b1"), stamp.rows());
    }

    /** Alembic: {@code DependsOnBranchTestTwo.test_kaboom}. */
    @Test
    void aDependencyOfSeveralLinesGetsItsRowOnlyWhenNobodyImpliesItAnyMore() {
        Planner planner = new Planner(Graphs.graph(
                "a1",
                "a2",
                "a3",
                "amerge <- a1 a2 a3",
                "b1",
                "b2",
                "bmerge <- b1 b2",
                "c1",
                "c2",
                "c3",
                "cmerge <- c1 c2 c3",
                "d1 ; a3 b2 c1"));
        Plan first = planner.downgrade(rows("amerge", "bmerge", "cmerge", "d1"), symbol("b2"));
        assertEquals(List.of("bmerge"), steps(first));
        assertEquals(
                List.of("update bmerge to b1"), changes(first.steps().get(0).changes()));
        Plan second = planner.downgrade(rows("amerge", "d1", "b1", "cmerge"), symbol("d1@base"));
        assertEquals(List.of("d1"), steps(second));
        assertEquals(List.of("update d1 to b2"), changes(second.steps().get(0).changes()));
        Plan last = planner.downgrade(rows("amerge", "b1", "b2", "cmerge"), symbol("base"));
        assertEquals(10, last.steps().size());
        assertTrue(last.rows().isEmpty());
    }

    /** Alembic: {@code DependsOnBranchTestFive.test_downgrade_to_depends_on} (#1373). */
    @Test
    void aDowngradeToAnImpliedParentRevertsTheMergeAlone() {
        Planner planner = new Planner(Graphs.graph("a1", "b1 ; a1", "bmerge <- a1 b1"));
        Plan plan = planner.downgrade(rows("bmerge"), symbol("a1"));
        assertEquals(List.of("bmerge"), steps(plan));
        assertEquals(List.of("update bmerge to b1"), changes(plan.steps().get(0).changes()));
    }

    /** Alembic: {@code MultipleBranchEffectiveHead.test_effective_head}. */
    @Test
    void anOffsetOnALineWithoutARowCountsFromWhatADependentHolds() {
        Planner planner = new Planner(Graphs.graph("y1 #y", "x1 #x", "y2 <- y1 ; x1", "x2 <- x1"));
        assertEquals(List.of("y2", "x1"), steps(planner.downgrade(rows("y2"), symbol("x@-1"))));
    }

    /** Alembic: {@code BranchedPathTestCrossDependencies.test_downgrade_independent_branch, test_downgrade_branch_dependency}. */
    @Test
    void aBranchThatIsRevertedTakesItsDependentsAlongAndLeavesItsDependencies() {
        Planner planner = new Planner(
                Graphs.graph("a", "b <- a", "c1 <- b #c1branch", "d1 <- c1", "c2 <- b #c2branch", "d2 <- c2 ; c1"));
        Plan independent = planner.downgrade(rows("d1", "d2"), symbol("c2branch@b"));
        assertEquals(List.of("d2", "c2"), steps(independent));
        assertEquals(rows("d1"), independent.rows());
        Plan dependency = planner.downgrade(rows("d1", "d2"), symbol("c1branch@b"));
        assertEquals(List.of("d1", "d2", "c1"), steps(dependency));
        assertEquals(rows("c2"), dependency.rows());
    }

    @Test
    void dependentsGoWithWhatTheyDependOnAndDependenciesStay() {
        Planner planner = new Planner(Graphs.graph("a1", "a2 <- a1", "b1", "b2 <- b1 ; a2"));
        Plan plan = planner.downgrade(rows("b2"), symbol("a1"));
        assertEquals(List.of("b2", "a2"), steps(plan));
        assertEquals(List.of("b2"), steps(planner.downgrade(rows("b2"), symbol("b1"))));
    }

    /** Alembic: {@code DependsOnBranchTestFour.test_dependencies_are_normalized} (#789). */
    @Test
    void aRedundantDependencyDoesNotBringARowBack() {
        Planner planner = new Planner(Graphs.graph("a1", "a2 <- a1", "b1 ; a1", "b2 <- b1 ; a1"));
        Plan plan = planner.downgrade(rows("b2"), symbol("b1"));
        assertEquals(rows("b1"), plan.rows());
    }

    @Test
    void anOffsetOnALineWhoseOnlyRowIsADependentRevertsBoth() {
        Planner planner = new Planner(Graphs.graph("x1 #x", "x2 <- x1", "y1 #y", "y2 <- y1 ; x2"));
        Plan plan = planner.downgrade(rows("y2"), symbol("x@-1"));
        assertEquals(List.of("y2", "x2"), steps(plan));
        assertTrue(plan.warnings().isEmpty());
    }

    @Test
    void aHistoryKeepsTheOrderOfRevisionsThatAreTiedOnlyByOneOutsideTheRange() {
        Planner planner = new Planner(Graphs.graph("a", "b <- a", "outside ; b", "c <- a outside"));
        var range = RevisionSymbolParser.parseRange("a:", SourceLocation.COMMAND_LINE);
        List<String> shown =
                planner.history(range, null).stream().map(RevisionId::value).toList();
        assertEquals(List.of("c", "b", "a"), shown);
    }

    @Test
    void effectiveHeadsLeaveDependenciesOut() {
        var graph = Graphs.graph("x1", "y1 ; x1");
        assertEquals(2, graph.heads().size());
        assertEquals(1, graph.effectiveHeads().size());
    }
}
