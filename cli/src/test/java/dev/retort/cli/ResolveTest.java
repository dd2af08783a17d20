// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How symbols are read aloud. */
class ResolveTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aHistoryWithABranch() throws IOException {
        shell = new Shell(folder.toRealPath());
        shell.write("retort.yaml", "database: {url: '${DATABASE_URL}'}\n");
        shell.write("migrations/.keep", "");
        shell.out("revision", "-m", "Start", "--rev-id", "aaaa11111111");
        shell.out("revision", "-m", "Left", "--rev-id", "bbbb11111111", "--branch-label", "left");
        shell.out("revision", "-m", "Right", "--rev-id", "bbcc11111111", "--head", "aaaa11111111", "--splice");
        shell.out("revision", "-m", "More", "--rev-id", "bbbb22222222", "--head", "left@head");
    }

    @Test
    void everyStepOfALabelAndAnOffset() {
        assertEquals("""
                left@head-1: bbbb11111111
                  'left' is the label of 'bbbb11111111' (Left); its branch, all that is below and above it, has 3 revisions
                  'head' is the only head of that branch: 'bbbb22222222' (More)
                  1 step down from there: 'bbbb11111111' (Left)
                """, shell.out("resolve", "left@head-1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            bbbb11111111 | 'bbbb11111111' is the id of 'bbbb11111111' (Left)
            bbcc         | 'bbcc' is the beginning of the id of 'bbcc11111111' (Right)
            left         | 'left' is the label of 'bbbb11111111' (Left)
            lef          | 'lef' is the beginning of the label 'left' of 'bbbb11111111' (Left)
            heads        | 'heads' are all heads: 'bbbb22222222' (More), 'bbcc11111111' (Right)
            base         | 'base' is the empty database
            bbcc@head    | 'head' is the only head of that branch: 'bbcc11111111' (Right)
            left@base+2  | 2 steps up from there, keeping to that branch: 'bbbb11111111' (Left)
            left@aaaa    | 'aaaa' is the beginning of the id of 'aaaa11111111' (Start)
            bbcc-2       | 2 steps down from there: base
            """)
    void readings(String symbol, String lastStep) {
        String[] lines = shell.out("resolve", symbol).split("\n");
        assertEquals("  " + lastStep, lines[lines.length - 1]);
    }

    @Test
    void idsAloneForScripts() {
        assertEquals("bbbb22222222\nbbcc11111111\n", shell.out("resolve", "--ids", "heads"));
        assertEquals("bbbb22222222\naaaa11111111\n", shell.out("resolve", "-q", "left@head", "aaaa"));
        assertEquals("", shell.out("resolve", "--ids", "base"));
    }

    @Test
    void anAmbiguousBeginningListsTheCandidates() {
        assertEquals("""
                error: 'bbbb' is the beginning of 2 names: [RT3002]
                    bbbb11111111  D  Left
                    bbbb22222222  D  More
                  at command line
                  hint: Write more characters of the one that you mean.
                """, shell.err(3, "resolve", "bbbb").replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "D"));
    }

    @Test
    void stepsWithoutANameAskTheDatabase() {
        shell.with("DATABASE_URL", "sqlite:///app.db").out("upgrade", "-q", "left@head");

        assertEquals("""
                -1: bbbb11111111
                  the database has the version row 'bbbb22222222' (More)
                  1 step down from there: 'bbbb11111111' (Left)
                """, shell.out("resolve", "-1"));
        assertEquals("""
                current: bbbb22222222
                  the database has the version row 'bbbb22222222' (More)
                """, shell.out("resolve", "current"));
        shell.out("downgrade", "-q", "aaaa");
        assertEquals("""
                left@+2: bbbb22222222
                  the database has the version row 'aaaa11111111' (Start)
                  'left' is the label of 'bbbb11111111' (Left); its branch, all that is below and above it, has 3 revisions
                  2 steps up from what is applied on that branch: 'bbbb22222222' (More)
                """, shell.out("resolve", "left@+2"));
        shell.out("downgrade", "-q", "base");
        assertEquals("""
                +1: aaaa11111111
                  the database has no version row: it is at base
                  1 step up from there: 'aaaa11111111' (Start)
                """, shell.out("resolve", "+1"));
        assertTrue(shell.err(3, "resolve", "-1").contains("RT3008"));
    }

    @Test
    void namesNeedNoDatabase() {
        assertEquals("bbbb22222222\n", shell.out("resolve", "--ids", "left@head"));
        assertTrue(shell.err(2, "resolve", "+1").contains("RT1004"));
    }

    @Test
    void showAndEditCountFromNamesToo() {
        assertTrue(shell.out("show", "left@head-1").startsWith("Rev: bbbb11111111\n"));
        assertTrue(shell.out("show", "aaaa").startsWith("Rev: aaaa11111111 (branchpoint)\n"));
        assertTrue(shell.err(3, "show", "bbcc-3").contains("there are not that many on the way"));
        assertEquals("", shell.out("show", "base"));
    }
}
