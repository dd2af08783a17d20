// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.graph.Relation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random upgrades, downgrades and stamps over random graphs: the rows after every step are the topmost revisions of a set
 * that holds everything its members are based on. {@code -Dretort.seed=N} repeats a run.
 */
class RandomWalkTest {

    private static final int GRAPHS = 200;
    private static final int MOVES = 40;

    private final long seed = Long.getLong("retort.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private int planned;

    @Test
    void rowsAreAlwaysTheTopsOfAClosedSet() {
        System.out.println("retort.seed=" + seed);
        for (int i = 0; i < GRAPHS; i++) {
            RevisionGraph graph = randomGraph(2 + random.nextInt(25));
            Planner planner = new Planner(graph);
            VersionRows rows = VersionRows.NONE;
            for (int move = 0; move < MOVES; move++) {
                rows = walk(graph, planner, rows);
            }
        }
        assertTrue(planned > GRAPHS * MOVES / 4, "most moves are possible, but only " + planned + " were");
    }

    private VersionRows walk(RevisionGraph graph, Planner planner, VersionRows rows) {
        RevisionSymbol symbol = RevisionSymbol.parse(randomSymbol(graph));
        String told = "seed " + seed + ", " + graph.all() + ", from " + rows + " to " + symbol;
        try {
            switch (random.nextInt(5)) {
                case 0 -> {
                    StampPlan stamp = planner.stamp(rows, List.of(symbol), random.nextInt(4) == 0);
                    assertTops(graph, stamp.rows(), told);
                    assertEquals(stamp.rows(), rows.after(stamp.changes()), told);
                    planned++;
                    return stamp.rows();
                }
                case 1, 2 -> {
                    return run(graph, planner.downgrade(rows, symbol), told);
                }
                default -> {
                    return run(graph, planner.upgrade(rows, symbol), told);
                }
            }
        } catch (RetortException refused) {
            assertTrue(refused.getMessage() != null && !refused.getMessage().isBlank(), told);
            return rows;
        }
    }

    private VersionRows run(RevisionGraph graph, Plan plan, String told) {
        VersionRows rows = plan.start();
        RevisionSet applied = graph.ancestors(rows.ids(), Relation.FULL);
        for (Step step : plan.steps()) {
            RevisionSet one = graph.setOf(List.of(step.revision()));
            boolean up = step.direction() == Direction.UP;
            assertEquals(!up, applied.contains(step.revision()), told);
            applied = up ? applied.union(one) : applied.minus(one);
            assertEquals(applied, graph.ancestors(applied.toList(), Relation.FULL), told + ": closed");
            rows = rows.after(step.changes());
            assertEquals(rows, step.after(), told);
            assertEquals(graph.maximal(applied, Relation.FULL), graph.setOf(rows.ids()), told + ": tops");
        }
        planned++;
        return rows;
    }

    private static void assertTops(RevisionGraph graph, VersionRows rows, String told) {
        RevisionSet set = graph.setOf(rows.ids());
        assertEquals(set, graph.maximal(set, Relation.FULL), told);
    }

    private String randomSymbol(RevisionGraph graph) {
        String name = "r" + random.nextInt(graph.size());
        return switch (random.nextInt(8)) {
            case 0 -> "heads";
            case 1 -> "base";
            case 2 -> "+" + (1 + random.nextInt(2));
            case 3 -> "-" + (1 + random.nextInt(2));
            case 4 -> name + "@head";
            case 5 -> name + "@" + (random.nextBoolean() ? "+1" : "-1");
            default -> name;
        };
    }

    private RevisionGraph randomGraph(int size) {
        List<MigrationHeader> headers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<RevisionId> parents = new ArrayList<>();
            List<String> dependsOn = new ArrayList<>();
            for (int edges = i == 0 ? 0 : random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(6) / 4; edges > 0; edges--) {
                parents.add(new RevisionId("r" + Math.max(0, i - 1 - random.nextInt(4))));
            }
            if (i > 0 && random.nextInt(4) == 0) {
                dependsOn.add("r" + random.nextInt(i));
            }
            headers.add(new MigrationHeader(
                    new RevisionId("r" + i),
                    parents,
                    dependsOn,
                    List.of(),
                    "",
                    null,
                    TransactionMode.AUTO,
                    SourceLocation.NONE));
        }
        return RevisionGraph.of(headers).orThrow();
    }
}
