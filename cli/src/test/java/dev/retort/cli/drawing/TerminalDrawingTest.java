// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What drawings look like. Revisions are written as {@code id: parents (dependencies)}. */
class TerminalDrawingTest {

    @Test
    void aLineOfRevisionsIsOneColumn() {
        assertDrawing(List.of("c: b", "b: a", "a:"), """
                ● c
                ● b
                ● a
                """);
    }

    @Test
    void branchesMeetAboveTheirBranchPoint() {
        assertDrawing(List.of("c: a", "b2: b1", "b1: a", "a:"), """
                ● c
                │ ● b2
                │ ● b1
                ├─╯
                ● a
                """);
    }

    @Test
    void aMergeOpensAColumn() {
        assertDrawing(List.of("m: b c", "c: a", "b: a", "a:"), """
                ●─╮ m
                │ ● c
                ● │ b
                ├─╯
                ● a
                """);
    }

    @Test
    void anOctopusMergeOpensOneForEachFurtherParent() {
        assertDrawing(List.of("m: b c d", "d: a", "c: a", "b: a", "a:"), """
                ●─┬─╮ m
                │ │ ● d
                │ ● │ c
                │ ├─╯
                ● │ b
                ├─╯
                ● a
                """);
    }

    @Test
    void crissCrossedMergesShareTheirColumns() {
        assertDrawing(List.of("m: x y", "n: y x", "y: a", "x: a", "a:"), """
                ●─╮ m
                ├─│─● n
                │ ├─╯
                │ ● y
                ● │ x
                ├─╯
                ● a
                """);
    }

    @Test
    void linesWithoutACommonBaseDoNotTouch() {
        assertDrawing(List.of("b2: b1", "b1:", "a2: a1", "a1:"), """
                ● b2
                ● b1

                ● a2
                ● a1
                """);
    }

    @Test
    void dependenciesAreDashed() {
        assertDrawing(List.of("b2: b1 (a1)", "b1:", "a2: a1", "a1:"), """
                ●┄╮ b2
                ● ┊ b1
                  ┊
                ● ┊ a2
                ●┄╯ a1
                """);
        assertDrawing(List.of("b: (a)", "a:"), """
                ● b
                ┊
                ● a
                """);
    }

    @Test
    void aLineThatCrossesAnotherDoesNotTouchIt() {
        assertDrawing(List.of("d: a", "c: b", "e: a", "b:", "a:"), """
                ● d
                │ ● c
                │ │ ● e
                ├─│─╯
                │ ● b
                ● a
                """);
    }

    @Test
    void whatGoesOnOutsideOfTheDrawingIsCut() {
        assertDrawing(List.of("c: b", "b: a"), """
                ● c
                ● b
                ~
                """);
    }

    @Test
    void plainCharactersShowTheSame() {
        List<String> revisions = List.of("m: b c", "c: a (x)", "b: a", "a:", "x:");
        assertEquals("""
                *-. m
                | *~. c
                * | : b
                +-' :
                *   : a
                    * x
                """, drawn(revisions, Alphabet.ASCII, 1));
    }

    @Test
    void textsOfSeveralLinesStandBesideTheColumns() {
        assertEquals("""
                ●─╮ m
                │ │ .
                │ ● c
                │ │ .
                ● │ b
                ├─╯ .
                ● a
                  .
                """, drawn(List.of("m: b c", "c: a", "b: a", "a:"), Alphabet.UNICODE, 2));
    }

    @Test
    void theCurrentRevisionHasAMarkOfItsOwn() {
        List<String> lines = new ArrayList<>();
        new TerminalDrawing(Set.of("a"), Alphabet.UNICODE, TerminalDrawing.Paint.NONE, lines::add)
                .add(new Knot("a", List.of(), List.of(), true), List.of("a"));
        assertEquals(List.of("◉ a"), lines);
    }

    @Test
    void branchesHaveColours() {
        List<String> lines = new ArrayList<>();
        TerminalDrawing drawing = new TerminalDrawing(
                Set.of("m", "a", "b"), Alphabet.UNICODE, (colour, text) -> colour + "(" + text + ")", lines::add);
        drawing.add(knot("m: a b"), List.of("m"));
        drawing.add(knot("b: a"), List.of("b"));
        drawing.add(knot("a:"), List.of("a"));
        assertEquals(List.of("0(●)1(─╮) m", "0(│ )1(●) b", "0(├)1(─╯)", "0(●) a"), lines);
    }

    @Test
    void aRevisionAboveItsChildIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> drawn(List.of("a:", "b: a"), Alphabet.UNICODE, 1));
    }

    @Test
    void fiftyThousandRevisionsAreDrawnAtOnce() {
        int size = 50_000;
        List<String> revisions = new ArrayList<>();
        for (int i = size; i > 0; i--) {
            revisions.add(i == 1 ? "1:" : i + ": " + (i - 1));
        }
        String drawing = Assertions.assertTimeout(Duration.ofSeconds(20), () -> drawn(revisions, Alphabet.UNICODE, 1));
        assertEquals(size, drawing.lines().count());
    }

    private static void assertDrawing(List<String> revisions, String expected) {
        assertEquals(expected, drawn(revisions, Alphabet.UNICODE, 1));
    }

    private static String drawn(List<String> revisions, Alphabet alphabet, int lines) {
        List<Knot> knots = revisions.stream().map(TerminalDrawingTest::knot).toList();
        Set<String> ids = new HashSet<>();
        knots.forEach(knot -> ids.add(knot.id()));
        StringBuilder drawn = new StringBuilder();
        TerminalDrawing drawing = new TerminalDrawing(
                ids,
                alphabet,
                TerminalDrawing.Paint.NONE,
                line -> drawn.append(line).append('\n'));
        knots.forEach(knot -> drawing.add(knot, List.of(knot.id(), ".").subList(0, lines)));
        return drawn.toString();
    }

    private static Knot knot(String text) {
        String id = text.substring(0, text.indexOf(':'));
        String below = text.substring(id.length() + 1);
        List<String> dependencies = words(below.replaceFirst("^[^(]*", "").replaceAll("[()]", ""));
        return new Knot(id, words(below.replaceFirst("\\(.*", "")), dependencies, false);
    }

    private static List<String> words(String text) {
        return Stream.of(text.strip().split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
