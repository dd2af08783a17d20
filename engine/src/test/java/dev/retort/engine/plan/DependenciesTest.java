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

    @Test
    void halfAMergeMayGoIfTheOtherHalfImpliesTheRest() {
        Planner planner = new Planner(
                Graphs.graph("base1", "a1 <- base1", "b1 <- base1", "a2 <- a1", "b2 <- b1 ; a2", "a3 <- a2 ; b1"));
        Plan plan = planner.downgrade(rows("a3", "b2"), symbol("b1"));
        assertEquals(List.of("b2"), steps(plan));
        assertEquals(rows("a3"), plan.rows());
    }

    @Test
    void aDependencyOnTheOwnParentWorksBothWays() {
        Planner planner = new Planner(Graphs.graph("a1", "b1 <- a1 ; a1"));
        Plan up = planner.upgrade(rows(), symbol("head"));
        assertEquals(rows("b1"), up.rows());
        assertEquals(rows("a1"), planner.downgrade(up.rows(), symbol("-1")).rows());
    }

    @Test
    void aDependencyMayBeALabel() {
        Planner planner = new Planner(Graphs.graph("a1 #lib", "a2 <- a1", "b1 ; lib"));
        assertEquals(List.of("a1", "b1"), steps(planner.upgrade(rows(), symbol("b1"))));
    }

    @Test
    void dependentsGoWithWhatTheyDependOnAndDependenciesStay() {
        Planner planner = new Planner(Graphs.graph("a1", "a2 <- a1", "b1", "b2 <- b1 ; a2"));
        Plan plan = planner.downgrade(rows("b2"), symbol("a1"));
        assertEquals(List.of("b2", "a2"), steps(plan));
        assertEquals(List.of("b2"), steps(planner.downgrade(rows("b2"), symbol("b1"))));
    }

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
