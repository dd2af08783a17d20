// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

import dev.retort.engine.RevisionInfo;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Makes histories to draw, newest first. */
final class Histories {

    private static final String[] MESSAGES = {
        "Add user roles",
        "Split the address into street, city and postcode, fill them from the old column, and drop it afterwards",
        "W".repeat(90),
        "\u6771\u4eac\u306e\u304a\u5ba2\u69d8\u306e\u4f4f\u6240\u3092\u5206\u5272\u3059\u308b\u79fb\u884c\u3067\u3059\u304c",
        "",
        "</text><script>alert('x')</script> & ]]> \" \u0000\u0001\u001b[31m \ud800 \ufffe\nsecond line"
    };

    private Histories() {}

    /** One revision that nothing is based on and that is based on what is given. */
    static RevisionInfo revision(String id, List<String> parents, List<String> dependencies, String message) {
        return revision(new Knot(id, parents, dependencies, false), message, List.of(), 0);
    }

    /** Random revisions; each is based on those that come soon after it. */
    static List<RevisionInfo> random(int seed, int size) {
        Random random = new Random(seed);
        List<Knot> knots = new ArrayList<>();
        Map<String, Integer> children = new HashMap<>();
        for (int i = 0; i < size; i++) {
            TreeSet<String> parents = new TreeSet<>();
            int count = random.nextInt(8) == 0 ? random.nextInt(4) : 1;
            for (int n = 0; n < count; n++) {
                add(parents, i + 1 + random.nextInt(4), size);
            }
            TreeSet<String> dependencies = new TreeSet<>();
            if (random.nextInt(8) == 0) {
                add(dependencies, i + 1 + random.nextInt(8), size);
            }
            parents.forEach(parent -> children.merge(parent, 1, Integer::sum));
            dependencies.removeAll(parents);
            knots.add(new Knot(id(i), List.copyOf(parents), List.copyOf(dependencies), random.nextInt(20) == 0));
        }
        List<RevisionInfo> revisions = new ArrayList<>();
        for (Knot knot : knots) {
            List<String> labels = random.nextInt(5) > 0
                    ? List.of()
                    : List.of("billing", "a-label-that-is-much-longer-than-any-box", "x", "y", "z", "more");
            revisions.add(revision(
                    knot,
                    MESSAGES[random.nextInt(MESSAGES.length)],
                    labels.subList(0, labels.isEmpty() ? 0 : 1 + random.nextInt(labels.size())),
                    children.getOrDefault(knot.id(), 0)));
        }
        return revisions;
    }

    private static void add(TreeSet<String> below, int i, int size) {
        if (i < size) {
            below.add(id(i));
        }
    }

    private static String id(int i) {
        return "r%011d".formatted(i);
    }

    private static RevisionInfo revision(Knot knot, String message, List<String> labels, int children) {
        List<RevisionId> parents = knot.parents().stream().map(RevisionId::new).toList();
        return new RevisionInfo(
                new RevisionId(knot.id()),
                parents,
                knot.dependencies(),
                knot.dependencies().stream().map(RevisionId::new).toList(),
                labels,
                message,
                null,
                TransactionMode.AUTO,
                "migrations/" + knot.id() + ".yaml",
                Path.of("migrations", knot.id() + ".yaml"),
                List.of(),
                children == 0,
                children == 0,
                children > 1,
                parents.size() > 1,
                knot.current());
    }
}
