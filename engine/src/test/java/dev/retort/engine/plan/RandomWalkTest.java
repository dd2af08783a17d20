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
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random upgrades, downgrades and stamps over random graphs: the rows after every step are the topmost revisions of a set
 * that holds everything its members are based on. The graphs have several bases, merges of any number, redundant parents,
 * labels, and dependencies by id and by label; the targets take every form a symbol has. {@code -Dretort.seed=N} repeats a run.
 */
class RandomWalkTest {

    private static final int WALKS = 1_200;
    private static final int MOVES = 30;
    private static final List<String> LABELS = List.of("shop", "lib", "shopping", "größe", "v1.0", "rel");

    private final long seed = Long.getLong("retort.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private int planned;

    @Test
    void rowsAreAlwaysTheTopsOfAClosedSet() {
        System.out.println("retort.seed=" + seed);
        for (int i = 0; i < WALKS; i++) {
            RevisionGraph graph = randomGraph(1 + random.nextInt(i % 10 == 0 ? 40 : 14));
            Planner planner = new Planner(graph);
            VersionRows rows = VersionRows.NONE;
            for (int move = 0; move < MOVES; move++) {
                rows = walk(graph, planner, rows);
            }
        }
        assertTrue(planned > WALKS * MOVES / 5, "most moves are possible, but only " + planned + " were");
    }

    private VersionRows walk(RevisionGraph graph, Planner planner, VersionRows rows) {
        int way = random.nextInt(5);
        List<RevisionSymbol> symbols = Stream.generate(() -> randomSymbol(graph))
                .limit(way == 0 ? 1 + random.nextInt(3) : 1)
                .map(RevisionSymbol::parse)
                .toList();
        String told = "retort.seed=" + seed + ", " + told(graph) + ", way " + way + ", from " + rows + " to " + symbols;
        try {
            switch (way) {
                case 0 -> {
                    StampPlan stamp = planner.stamp(rows, symbols, random.nextInt(4) == 0);
                    assertTops(graph, stamp.rows(), told);
                    assertEquals(stamp.rows(), rows.after(stamp.changes()), told);
                    planned++;
                    return stamp.rows();
                }
                case 1, 2 -> {
                    return run(graph, planner.downgrade(rows, symbols.get(0)), told);
                }
                default -> {
                    return run(graph, planner.upgrade(rows, symbols.get(0)), told);
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

    /** Every form of a symbol: name, keyword, beginning and offset, each with and without a branch. */
    private String randomSymbol(RevisionGraph graph) {
        String branch = random.nextInt(3) == 0 ? randomName(graph) + "@" : "";
        String name = switch (random.nextInt(8)) {
            case 0 -> "heads";
            case 1 -> "head";
            case 2 -> "base";
            case 3 -> "";
            default -> randomName(graph);
        };
        boolean counted = name.isEmpty() || random.nextInt(4) == 0;
        return branch + name + (counted ? (random.nextBoolean() ? "+" : "-") + (1 + random.nextInt(3)) : "");
    }

    private String randomName(RevisionGraph graph) {
        RevisionId id = graph.all().toList().get(random.nextInt(graph.size()));
        List<String> labels = graph.labels(id);
        if (!labels.isEmpty() && random.nextInt(3) == 0) {
            return labels.get(random.nextInt(labels.size()));
        }
        String whole = id.value();
        return random.nextInt(4) == 0 ? whole.substring(0, 1 + random.nextInt(whole.length())) : whole;
    }

    private RevisionGraph randomGraph(int size) {
        List<MigrationHeader> headers = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<String> labels = new ArrayList<>(LABELS);
        List<String> given = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Set<RevisionId> parents = new LinkedHashSet<>();
            boolean base = i == 0 || random.nextInt(8) == 0;
            for (int arity = base ? 0 : random.nextInt(4) == 0 ? 2 + random.nextInt(4) : 1; arity > 0; arity--) {
                parents.add(new RevisionId(ids.get(Math.max(0, i - 1 - random.nextInt(5)))));
            }
            Set<String> dependsOn = new LinkedHashSet<>();
            for (int edges = i == 0 ? 0 : random.nextInt(8) / 6; edges >= 0 && i > 0; edges--) {
                if (random.nextInt(4) == 0) {
                    boolean byLabel = !given.isEmpty() && random.nextInt(3) == 0;
                    dependsOn.add(byLabel ? given.get(random.nextInt(given.size())) : ids.get(random.nextInt(i)));
                }
            }
            List<String> own = new ArrayList<>();
            while (!labels.isEmpty() && random.nextInt(6) == 0) {
                own.add(labels.remove(random.nextInt(labels.size())));
            }
            given.addAll(own);
            String id = Integer.toHexString(random.nextInt(16)) + "00" + i;
            ids.add(id);
            headers.add(new MigrationHeader(
                    new RevisionId(id),
                    List.copyOf(parents),
                    List.copyOf(dependsOn),
                    own,
                    "",
                    null,
                    TransactionMode.AUTO,
                    SourceLocation.NONE));
        }
        Collections.shuffle(headers, random);
        return RevisionGraph.of(headers).orThrow();
    }

    private static String told(RevisionGraph graph) {
        return graph.all().toList().stream()
                .map(graph::header)
                .map(header ->
                        header.id() + " <- " + header.revises() + " ; " + header.dependsOn() + " #" + header.labels())
                .toList()
                .toString();
    }
}
