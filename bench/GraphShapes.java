// SPDX-License-Identifier: Apache-2.0

import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.engine.graph.SymbolRange;
import dev.retort.engine.graph.SymbolResolver;
import dev.retort.engine.plan.Plan;
import dev.retort.engine.plan.Planner;
import dev.retort.engine.plan.VersionRows;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Times what is done with a graph once headers are read. Started by {@code graph-50000.sh}, one shape a process. */
final class GraphShapes {

    private static final int ROUNDS = 5;

    private record Node(List<Integer> parents, List<Integer> dependsOn, List<String> labels) {
        Node(Integer... parents) {
            this(List.of(parents), List.of(), List.of());
        }

        Node dependingOn(Integer... others) {
            return new Node(parents, List.of(others), labels);
        }

        Node labelled(String label) {
            return new Node(parents, dependsOn, List.of(label));
        }
    }

    /** Each shape by its name: from the number of revisions to the revision of each number, the bases first. */
    private static final Map<String, IntFunction<IntFunction<Node>>> SHAPES = new TreeMap<>(Map.ofEntries(
            Map.entry("chain", size -> GraphShapes::chain),
            Map.entry("random", size -> random(new Random(1))),
            Map.entry("fan", size -> i -> i == 0 ? new Node() : new Node(0)),
            Map.entry("pairs", size -> i -> i <= size / 2 ? new Node() : pair(i - size / 2 - 1)),
            Map.entry("ladder", size -> i -> i < 2 ? new Node() : i % 2 == 0 ? new Node(i - 2, i - 1) : new Node(i - 2, i - 3)),
            Map.entry("branch-by-branch", size -> i -> comb(i, 100)),
            Map.entry("wide", size -> i -> wide(i, 1000)),
            Map.entry("labels-chain", size -> i -> chain(i).labelled("label" + i)),
            Map.entry("labels-fan", size -> i -> (i == 0 ? new Node() : new Node(0)).labelled("label" + i)),
            Map.entry("labels-joined", size -> i -> labelsJoined(i, size)),
            Map.entry("shared-dependencies", size -> i -> sharedDependencies(i, size / 3)),
            Map.entry("one-dependency", size -> i -> i < 2 ? new Node() : new Node(i - 2).dependingOn(0)),
            Map.entry("diamonds", size -> GraphShapes::diamonds)));

    private GraphShapes() {}

    private static Node chain(int i) {
        return i == 0 ? new Node() : new Node(i - 1);
    }

    private static Node diamonds(int i) {
        return i == 0 ? new Node() : i % 3 == 0 ? new Node(i - 2, i - 1) : new Node(i - i % 3);
    }

    /** A tree of merges upside down: number 0 joins the bases 0 and 1. */
    private static Node pair(int i) {
        return new Node(2 * i, 2 * i + 1);
    }

    /** Long branches; each of their revisions also depends on the one beside it on the branch before. */
    private static Node comb(int i, int branches) {
        Node node = i < branches ? new Node().labelled("branch" + i) : new Node(i - branches);
        return i % branches == 0 ? node : node.dependingOn(i - 1);
    }

    /** A revision, a thousand that follow it, one that joins these, and so on. */
    private static Node wide(int i, int width) {
        int place = i % (width + 1);
        return i == 0
                ? new Node()
                : place == 0
                        ? new Node(IntStream.range(i - width, i).boxed().toArray(Integer[]::new))
                        : new Node(i - place);
    }

    /** Labelled bases, joined by the first revision of a long chain, which all labels cover. */
    private static Node labelsJoined(int i, int size) {
        int bases = size / 2;
        return i < bases
                ? new Node().labelled("label" + i)
                : i == bases ? new Node(IntStream.range(0, bases).boxed().toArray(Integer[]::new)) : new Node(i - 1);
    }

    /** Two chains whose every revision depends on the same one as its neighbour, on a third. */
    private static Node sharedDependencies(int i, int length) {
        int chain = Math.min(i / length, 2);
        int place = i - chain * length;
        Node node = place == 0 ? new Node() : new Node(i - 1);
        return chain == 0 ? node : node.dependingOn(Math.floorMod(place * 7919, length));
    }

    private static IntFunction<Node> random(Random random) {
        return i -> {
            List<Integer> parents = new ArrayList<>();
            if (i > 0 && random.nextInt(1000) > 0) {
                parents.add(random.nextInt(5) == 0 ? Math.max(0, i - 1 - random.nextInt(20)) : i - 1);
                int second = Math.max(0, i - 1 - random.nextInt(50));
                if (random.nextInt(8) == 0 && !parents.contains(second)) {
                    parents.add(second);
                }
            }
            List<Integer> dependsOn = i > 0 && random.nextInt(10) == 0 ? List.of(random.nextInt(i)) : List.of();
            return new Node(parents, dependsOn, random.nextInt(500) == 0 ? List.of("label" + i) : List.of());
        };
    }

    private static MigrationHeader header(int number, Node node) {
        return new MigrationHeader(
                id(number),
                node.parents().stream().map(GraphShapes::id).toList(),
                node.dependsOn().stream().map(other -> id(other).value()).toList(),
                node.labels(),
                "Change " + number,
                null,
                TransactionMode.AUTO,
                SourceLocation.NONE);
    }

    private static RevisionId id(int number) {
        return new RevisionId("rev_%06d_".formatted(number));
    }

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            SHAPES.keySet().forEach(System.out::println);
            return;
        }
        IntFunction<IntFunction<Node>> shape = SHAPES.get(arguments[0]);
        for (String size : Arrays.asList(arguments).subList(1, arguments.length)) {
            System.out.println(measured(arguments[0], Integer.parseInt(size), shape.apply(Integer.parseInt(size))));
        }
    }

    private static String measured(String shape, int size, IntFunction<Node> nodes) {
        List<MigrationHeader> headers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            headers.add(header(i, nodes.apply(i)));
        }
        Times times = new Times();
        long before = used();
        RevisionGraph graph = build(headers);
        long ofGraph = used() - before;
        before = used();
        Plan plan = new Planner(graph).upgrade(VersionRows.NONE, RevisionSymbol.parse("heads"));
        long ofPlan = used() - before;
        VersionRows rows = plan.rows();
        if (plan.steps().size() != size) {
            throw new IllegalStateException(shape + ": a full upgrade must have " + size + " steps");
        }
        for (int i = 0; i < ROUNDS; i++) {
            RevisionGraph fresh = times.of("build", () -> build(headers));
            times.of("resolve", () -> resolve(fresh, size));
            times.of("upgrade", () -> new Planner(fresh).upgrade(VersionRows.NONE, RevisionSymbol.parse("heads")));
            times.of("downgrade", () -> new Planner(fresh).downgrade(rows, RevisionSymbol.parse("base")));
            times.of("current", () -> new Planner(fresh).current(rows));
            times.of("history", () -> new Planner(fresh).history(new SymbolRange(null, null), null));
        }
        return "%-20s %6d  %s  %4d B  %4d B"
                .formatted(shape, size, times.medians(ms -> "%6.1f".formatted(ms)), ofGraph / size, ofPlan / size);
    }

    private static RevisionGraph build(List<MigrationHeader> headers) {
        return RevisionGraph.of(headers).orThrow();
    }

    /** A thousand names, whole and by their beginnings, and the words for all heads. */
    private static int resolve(RevisionGraph graph, int size) {
        SymbolResolver resolver = new SymbolResolver(graph);
        int found = resolver.resolve(RevisionSymbol.parse("heads")).places().size();
        for (int i = 0; i < 1000; i++) {
            String id = id((int) ((long) i * size / 1000)).value();
            found += resolver.resolve(RevisionSymbol.parse(id)).places().size();
            found += resolver.resolve(RevisionSymbol.parse(id.substring(0, id.length() - 1))).places().size();
        }
        return found;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static final class Times {
        private final Map<String, List<Double>> byPhase = new java.util.LinkedHashMap<>();

        <T> T of(String phase, Supplier<T> work) {
            long start = System.nanoTime();
            T result = work.get();
            byPhase.computeIfAbsent(phase, unused -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
            return result;
        }

        String medians(Function<Double, String> format) {
            return byPhase.values().stream()
                    .map(times -> times.stream().sorted().toList().get(times.size() / 2))
                    .map(format)
                    .collect(Collectors.joining("  "));
        }
    }
}
