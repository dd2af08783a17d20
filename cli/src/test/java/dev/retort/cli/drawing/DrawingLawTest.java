// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever follows the lines of a drawing comes to the parents and dependencies of each revision, and nowhere else. */
class DrawingLawTest {

    private static final int GRAPHS = 3000;

    @ParameterizedTest
    @EnumSource(Alphabet.class)
    void theLinesLeadToParentsAndDependenciesAndNowhereElse(Alphabet alphabet) {
        for (int seed = 0; seed < GRAPHS; seed++) {
            List<Knot> knots = random(new Random(seed));
            List<String> rows = draw(knots, alphabet, seed % 3);

            DrawingReader reader = new DrawingReader(rows);

            int which = seed;
            assertEquals(knots.size(), reader.size(), () -> "seed " + which + "\n" + reader);
            assertEquals(edges(knots), reader.lines(), () -> "seed " + which + " " + knots + "\n" + reader);
        }
    }

    private static List<String> draw(List<Knot> knots, Alphabet alphabet, int lines) {
        Set<String> ids = new HashSet<>();
        knots.forEach(knot -> ids.add(knot.id()));
        List<String> rows = new ArrayList<>();
        TerminalDrawing drawing = new TerminalDrawing(ids, alphabet, TerminalDrawing.Paint.NONE, rows::add);
        for (Knot knot : knots) {
            // A text of several empty lines asks for rows beside them.
            drawing.add(knot, List.of("", "", "").subList(0, lines));
        }
        return rows;
    }

    private static Set<String> edges(List<Knot> knots) {
        List<String> ids = knots.stream().map(Knot::id).toList();
        Set<String> edges = new TreeSet<>();
        for (Knot knot : knots) {
            int own = ids.indexOf(knot.id());
            knot.parents().stream().filter(ids::contains).forEach(parent -> edges.add(own + "-" + ids.indexOf(parent)));
            knot.dependencies().stream()
                    .filter(id -> ids.contains(id) && !knot.parents().contains(id))
                    .forEach(dependency -> edges.add(own + "~" + ids.indexOf(dependency)));
        }
        return edges;
    }

    /** Some are narrow and long, some wild; some revisions follow what is not in the drawing. */
    private static List<Knot> random(Random random) {
        int size = 1 + random.nextInt(14);
        int reach = 1 + random.nextInt(6);
        List<Knot> knots = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            knots.add(new Knot(
                    "r" + i,
                    below(random, i, size, reach, random.nextInt(10) < 7 ? 1 : random.nextInt(4)),
                    below(random, i, size, reach, random.nextInt(10) < 7 ? 0 : random.nextInt(3)),
                    random.nextInt(9) == 0));
        }
        return knots;
    }

    private static List<String> below(Random random, int i, int size, int reach, int count) {
        Set<String> below = new TreeSet<>();
        for (int n = 0; n < count; n++) {
            int other = i + 1 + random.nextInt(reach);
            if (other < size || random.nextInt(6) == 0) {
                below.add("r" + other);
            }
        }
        return List.copyOf(below);
    }
}
