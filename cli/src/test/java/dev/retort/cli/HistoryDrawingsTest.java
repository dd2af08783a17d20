// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code history --graph} and {@code graph}, as they are asked for. */
class HistoryDrawingsTest {

    private static final String DRAWN = """
            ●─╮ bbbb, cccc -> dddd (head) (mergepoint), Merge
            ● │ aaaa -> bbbb, Left
            │ ●┄╮ aaaa (other) -> cccc, Right
            ├─╯ ┊
            │   ● <base> -> eeee (other) (effective head), Else
            ● <base> -> aaaa (branchpoint), Start
            """;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aProject() {
        shell = new Shell(folder);
        shell.write("retort.yaml", "database: {url: \"sqlite:///app.db\"}\n");
        migration("aaaa", "Start", "");
        migration("bbbb", "Left", "revises: aaaa\n");
        migration("cccc", "Right", "revises: aaaa\ndepends_on: other\n");
        migration("dddd", "Merge", "revises: [bbbb, cccc]\n");
        migration("eeee", "Else", "labels: other\n");
    }

    private void migration(String id, String message, String more) {
        shell.write(
                "migrations/" + id + ".yaml",
                "revision: " + id + "\nmessage: " + message + "\n" + more + "upgrade: []\ndowngrade: []\n");
    }

    @Test
    void theTextBesideADrawingIsThatOfTheList() {
        String drawn = shell.out("history", "--graph");

        assertEquals(DRAWN, drawn);
        assertEquals(
                shell.out("history"),
                drawn.lines()
                        .map(line -> line.replaceFirst("^[^a-z<]*", ""))
                        .filter(line -> !line.isEmpty())
                        .reduce("", (text, line) -> text + line + "\n"));
    }

    @Test
    void theLocaleDecidesAboutTheCharacters() {
        String ascii = shell.out("history", "--graph", "--ascii");

        assertTrue(
                ascii.startsWith(
                        "*-. bbbb, cccc -> dddd (head) (mergepoint), Merge\n* | aaaa -> bbbb, Left\n| *~. aaaa (other)"),
                ascii);
        assertEquals(ascii, shell.with("LANG", "de_DE.ISO-8859-1").out("history", "--graph"));
        assertEquals(DRAWN, shell.with("LC_ALL", "C.utf8").out("history", "--graph"));
        assertEquals(ascii, shell.with("LC_ALL", "C").out("history", "--graph"));
    }

    @Test
    void asciiAloneIsAMistake() {
        assertEquals(
                "error: --ascii says how to draw, but nothing is drawn without --graph. [RT1001]\n",
                shell.err(2, "history", "--ascii"));
    }

    @Test
    void aRangeIsDrawnAndCutWhereItEnds() {
        assertEquals("""
                ● bbbb, cccc -> dddd (head) (mergepoint), Merge
                ● aaaa -> bbbb, Left
                ~
                """, shell.out("history", "--graph", "-r", "bbbb:dddd"));
    }

    @Test
    void whatTheDatabaseIsAtHasAMark() {
        shell.out("upgrade", "bbbb", "-q");

        assertTrue(shell.out("history", "--graph", "-i").contains("\n◉ │ aaaa -> bbbb (current), Left\n"));
    }

    @Test
    void blocksStandBesideTheDrawing() {
        String drawn = shell.out("history", "--graph", "-v");

        assertTrue(drawn.startsWith("""
                ●─╮ Rev: dddd (head) (mergepoint)
                │ │ Merges: bbbb, cccc
                │ │ Path: migrations/dddd.yaml
                │ │
                │ │     Merge
                │ │
                ● │ Rev: bbbb
                """), drawn);
    }

    @Test
    void branchesHaveColoursOnATerminal() {
        String drawn = shell.watched().out("history", "--graph");

        assertTrue(drawn.startsWith("\u001b[31m●\u001b[0m\u001b[32m─╮\u001b[0m bbbb"), drawn);
        assertEquals(DRAWN, shell.out("history", "--graph", "--no-color"));
    }

    @Test
    void jsonIsTheSameWithADrawing() {
        assertEquals(shell.out("history", "--json"), shell.out("history", "--graph", "--json"));
    }

    @Test
    void aDependencyOnALabelIsDrawn() {
        assertTrue(shell.out("graph").contains(" -.-> "));
        assertTrue(shell.out("graph", "--format", "dot").contains("\"eeee\" -> \"cccc\" [style=dashed]\n"));
        assertTrue(shell.out("graph", "--format", "svg").contains("<title>cccc depends on eeee</title>"));
    }

    @Test
    void eachFormatCanBeWrittenToAFile() {
        for (String format : new String[] {"mermaid", "dot", "svg"}) {
            String text = shell.out("graph", "--format", format);

            assertEquals("Wrote picture\n", shell.out("graph", "--format", format, "-o", "picture"));
            assertEquals(text, shell.read("picture"));
            assertEquals("", shell.out("graph", "--format", format, "--output", "picture", "-q"));
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsTold() {
        String error = shell.err(2, "graph", "-o", "no/such/folder");

        assertTrue(error.contains("folder"), error);
        assertFalse(error.contains("mistake in Retort"), error);
    }
}
