// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.plan.Plan;
import dev.retort.engine.plan.Planner;
import dev.retort.engine.plan.VersionRows;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fifty thousand revisions in several shapes: nothing overflows, and memory grows with the graph, not its square. */
class GraphScaleTest {

    private static final int SIZE = 50_000;

    @Test
    void aChainOfFiftyThousandRevisionsIsPlannedUpAndDown() {
        full("chain", i -> header(i, i == 0 ? List.of() : List.of(i - 1), List.of(), List.of()));
    }

    @Test
    void aRandomGraphOfFiftyThousandRevisionsIsPlannedUpAndDown() {
        long seed = Long.getLong("retort.seed", 1L);
        System.out.println("retort.seed=" + seed);
        Random random = new Random(seed);
        full("random", i -> {
            int recent = Math.max(0, i - 1 - random.nextInt(20));
            List<Integer> parents = new ArrayList<>();
            if (i > 0 && random.nextInt(1000) > 0) {
                parents.add(random.nextInt(5) == 0 ? recent : i - 1);
                int second = Math.max(0, i - 1 - random.nextInt(50));
                if (random.nextInt(8) == 0 && !parents.contains(second)) {
                    parents.add(second);
                }
            }
            List<Integer> dependsOn = i > 0 && random.nextInt(10) == 0 ? List.of(random.nextInt(i)) : List.of();
            return header(i, parents, dependsOn, random.nextInt(500) == 0 ? List.of("label" + i) : List.of());
        });
    }

    @Test
    void fiftyThousandBranchesOfOneRevisionArePlannedUpAndDown() {
        full("fan", i -> header(i, i == 0 ? List.of() : List.of(0), List.of(), List.of()));
    }

    @Test
    void aThousandLongBranchesWithDependenciesArePlannedUpAndDown() {
        full(
                "combs",
                i -> header(
                        i,
                        i < 1000 ? List.of() : List.of(i - 1000),
                        i % 7 == 0 && i > 1000 ? List.of(i - 999) : List.of(),
                        i < 1000 ? List.of("branch" + i) : List.of()));
    }

    @Test
    void fiftyThousandLabelsOverOneAnotherTakeMemoryLinearInTheGraph() {
        RevisionGraph graph = full(
                "labels",
                i -> header(
                        i,
                        i == 0 ? List.of() : List.of(i - 1),
                        List.of(),
                        i < SIZE - 1 ? List.of("l" + i) : List.of()));
        // The line does not fork, so the labels of its end cover all of it.
        assertEquals(SIZE - 1, graph.labels(id(SIZE - 1)).size());
        assertEquals(SIZE - 1, graph.labels(id(0)).size());
    }

    @Test
    void labelsOverAForkCoverWhatLiesAboveThem() {
        RevisionGraph graph = full(
                "forked labels",
                i -> header(
                        i, i == 0 ? List.of() : List.of(i == SIZE - 1 ? i - 2 : i - 1), List.of(), List.of("l" + i)));
        assertEquals(List.of("l0"), graph.labels(id(0)));
        assertEquals(List.of("l0", "l1", "l2"), graph.labels(id(2)));
        int high = 40_000;
        assertEquals(
                IntStream.rangeClosed(0, high).mapToObj(i -> "l" + i).sorted().toList(), graph.labels(id(high)));
        assertTrue(graph.labels(id(SIZE - 1)).contains("l" + (SIZE - 3)));
        assertFalse(graph.labels(id(SIZE - 1)).contains("l" + (SIZE - 2)));
    }

    @Test
    void thousandsOfSharedDependenciesArePlannedUpAndDown() {
        int third = SIZE / 3 + 1;
        full("shared dependencies", i -> {
            int place = i % third;
            List<Integer> parents = place == 0 ? List.of() : List.of(i - 1);
            return header(i, parents, i < third ? List.of() : List.of((int) (place * 7919L % third)), List.of());
        });
    }

    private static RevisionGraph full(String shape, IntFunction<MigrationHeader> header) {
        List<MigrationHeader> headers = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            headers.add(header.apply(i));
        }
        long before = used();
        RevisionGraph graph =
                timed(shape, "build", () -> RevisionGraph.of(headers).orThrow());
        long perRevision = (used() - before) / SIZE;
        System.out.println(shape + ": " + perRevision + " bytes a revision");
        assertTrue(perRevision < 1_000, "a graph takes less than 1000 bytes a revision, but took " + perRevision);

        SymbolResolver resolver = new SymbolResolver(graph);
        timed(shape, "resolve heads", () -> resolver.resolve(RevisionSymbol.parse("heads")));
        timed(shape, "resolve a beginning", () -> resolver.resolve(RevisionSymbol.parse("rev_04999_")));
        Planner planner = new Planner(graph);
        before = used();
        Plan up = timed(shape, "upgrade", () -> planner.upgrade(VersionRows.NONE, RevisionSymbol.parse("heads")));
        long perStep = (used() - before) / SIZE;
        System.out.println(shape + ": " + perStep + " bytes a step");
        assertTrue(perStep < 2_000, "a plan takes less than 2000 bytes a step, but took " + perStep);
        assertEquals(SIZE, up.steps().size());
        VersionRows rows = up.rows();
        assertEquals(graph.effectiveHeads(), graph.setOf(rows.ids()));
        Plan down = timed(shape, "downgrade", () -> planner.downgrade(rows, RevisionSymbol.parse("base")));
        assertEquals(SIZE, down.steps().size());
        assertTrue(down.rows().isEmpty());
        return graph;
    }

    private static <T> T timed(String shape, String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        System.out.printf("%s: %s in %d ms%n", shape, what, (System.nanoTime() - start) / 1_000_000);
        return result;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static MigrationHeader header(
            int number, List<Integer> parents, List<Integer> dependsOn, List<String> labels) {
        return new MigrationHeader(
                id(number),
                parents.stream().map(GraphScaleTest::id).toList(),
                dependsOn.stream().map(parent -> id(parent).value()).toList(),
                labels,
                "",
                null,
                TransactionMode.AUTO,
                SourceLocation.NONE);
    }

    private static RevisionId id(int number) {
        return new RevisionId("rev_%05d_".formatted(number));
    }
}
