// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say when a revision was inserted below an applied one. */
class NeverRanTest {

    private static final String WHAT = "Revision 'bbbb11111111' (Between) never ran here: it was inserted below"
            + " revisions that are applied. [RT3204]\n  at migrations/b.yaml\n";
    private static final String HINT =
            "  hint: 'retort upgrade bbbb11111111 --missed' runs it. If what it does is there"
                    + " already, 'retort stamp cccc11111111' says so.\n";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void insertedBelow() throws IOException {
        shell = new Shell(folder.toRealPath());
        shell.write("retort.yaml", "database: {url: 'sqlite:///app.db'}\n");
        migration("a", "aaaa11111111", "", "Start");
        migration("c", "cccc11111111", "revises: aaaa11111111\n", "Last");
        shell.out("upgrade", "-q", "head");
        migration("b", "bbbb11111111", "revises: aaaa11111111\n", "Between");
        migration("c", "cccc11111111", "revises: bbbb11111111\n", "Last");
    }

    private void migration(String file, String id, String revises, String message) throws IOException {
        shell.write(
                "migrations/" + file + ".yaml",
                "revision: " + id + "\n" + revises + "message: " + message
                        + "\nupgrade:\n  - create_table: {name: " + file
                        + ", columns: [{name: id, type: integer}]}\ndowngrade: auto\n");
    }

    @Test
    void upgradeRefuses() {
        assertEquals("error: " + WHAT + HINT, shell.err(1, "upgrade", "head"));
        assertEquals("error: " + WHAT + HINT, shell.err(1, "current", "--check-heads"));
        assertEquals("error: " + WHAT + HINT, shell.err(1, "check"));
    }

    @Test
    void readingCommandsAnswerAndReport() {
        Shell.Ran plan = shell.run("plan");
        assertEquals(1, plan.status());
        assertEquals("cccc11111111 -> cccc11111111 (sqlite)\n", plan.out());
        assertEquals("error: " + WHAT + HINT, plan.err());
        Shell.Ran current = shell.run("current");
        assertEquals(0, current.status());
        assertEquals("cccc11111111 (head)\n", current.out());
        assertEquals("warning: " + WHAT + HINT, current.err());
    }

    @Test
    void commandOfTheHintRunsIt() {
        String said = shell.out("upgrade", "bbbb11111111", "--missed");
        assertTrue(said.startsWith("bbbb11111111  Between ... "), said);
        assertEquals("cccc11111111 (head)\n", shell.out("current"));
        assertEquals("Every revision ran.\n", shell.out("check"));
    }

    @Test
    void stampOfTheHintSaysThatItIsThere() {
        assertEquals("Already stamped: cccc11111111.\n", shell.out("stamp", "cccc11111111"));
        assertEquals("Every revision ran.\n", shell.out("check"));
    }

    @Test
    void missedConcernsUpgradesOfDatabasesOnly() {
        assertTrue(shell.err(2, "upgrade", "head", "--missed", "--sql").contains("Can't use --missed with --sql"));
        assertTrue(shell.err(2, "plan", "--downgrade", "-1", "--missed").contains("--missed only has a meaning"));
    }
}
