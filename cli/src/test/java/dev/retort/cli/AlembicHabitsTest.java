// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody who knows Alembic types, and what comes of it. */
class AlembicHabitsTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aProject() throws IOException {
        shell = new Shell(folder.toRealPath());
        shell.write("retort.yaml", "database: {url: 'sqlite:///app.db'}\n");
        shell.write("migrations/.keep", "");
        shell.out("revision", "-m", "One", "--rev-id", "aaaa1111");
        shell.out("revision", "-m", "Two", "--rev-id", "bbbb1111");
        shell.out("revision", "-m", "Three", "--rev-id", "cccc1111");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            revision --autogenerate -m x | Retort does not write migrations from a model yet; that comes in a later version.
            revision --sql -m x          | Writing a migration file never needs a database
            init --package               | It makes a Python package of the folder
            heads --raiseerr             | Set RETORT_TRACE=1 in the environment
            current -c                   | Alembic's 'current -c' is 'current --check-heads' here
            """)
    void anOptionThatRetortHasNotSaysWhatToDoInstead(String line, String hint) {
        String text = shell.err(2, line.split(" "));
        assertTrue(text.contains("  hint: " + hint), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            2 | stamp --purge --sql head        | Can't use --purge with --sql
            2 | stamp --sql aaaa:bbbb bbbb:cccc | A script can start in one place only
            2 | downgrade --sql aaaa            | A downgrade script requires <from>:<to>, but was given 'aaaa'.
            3 | upgrade aaaa:bbbb               | Ranges are for 'history -r', and for upgrade, downgrade and stamp with --sql.
            3 | history -r aaaa                 | a range is written 'start:end', 'start:' or ':end'
            3 | history -r a:b:c                | It has one ':', and both ends are included.
            3 | history -r cccc:aaaa            | does not refer to ancestor and descendant revisions along the same branch
            """)
    void mistakesThatAlembicRefusesToo(int status, String line, String words) {
        String text = shell.err(status, line.split(" "));
        assertTrue(text.contains(words), text);
    }

    @Test
    void showBasePrintsNothing() {
        assertEquals("", shell.out("show", "base"));
    }

    @Test
    void editWithoutAnEditor() {
        assertEquals("""
                error: There is no editor to open the file with. [RT1010]
                  hint: Set VISUAL or EDITOR to the one that you use.
                """, shell.with("PATH", shell.folder().toString()).err(2, "edit", "head"));
        assertEquals("""
                error: No revision files indicated by symbol 'base'. [RT3001]
                  at command line
                  hint: It stands for no revision; 'retort history' lists those that there are.
                """, shell.err(3, "edit", "base"));
        assertEquals("""
                error: No current revisions: the database has no version rows. [RT3001]
                  at command line
                """, shell.err(3, "edit", "current"));
    }

    @Test
    void editOpensEveryFileAndTellsIfTheEditorFails() {
        shell.with("PATH", System.getenv("PATH")).with("VISUAL", "touch -c");
        assertEquals("", shell.out("edit", "heads"));
        assertEquals("""
                error: The editor 'false' ended with status 1. [RT1010]
                """, shell.with("VISUAL", "false").err(2, "edit", "head"));
        assertTrue(shell.with("VISUAL", "no-such-editor").err(2, "edit", "head").contains("could not be started"));
    }

    @Test
    void versionAndHelpNeedNoProject() throws IOException {
        Files.delete(folder.resolve("retort.yaml"));
        assertTrue(shell.out("--version").matches("retort \\S+\n"));
        assertTrue(shell.out("--help").contains("Commands:"));
        assertTrue(shell.out("list-templates").startsWith("yaml - "));
    }

    @Test
    void aTraceTellsWhereAnErrorCameFrom() {
        String plain = shell.err(3, "show", "nowhere");
        assertEquals(3, plain.lines().count(), plain);
        String traced = shell.with("RETORT_TRACE", "1").err(3, "show", "nowhere");
        assertTrue(traced.contains("\tat dev.retort.engine.") && traced.endsWith(plain), traced);
    }

    @Test
    void quietKeepsAnswersAndErrors() {
        assertEquals("cccc1111 (head)\n", shell.out("-q", "heads"));
        assertEquals("", shell.out("-q", "upgrade", "head"));
        assertTrue(shell.err(3, "-q", "upgrade", "nowhere").startsWith("error: "));
    }

    @Test
    void verboseCurrentNamesTheDatabaseWithoutItsPassword() {
        String text = shell.run("current", "-v", "--url", "sqlite:///app.db?password=hunter22")
                .out();
        assertTrue(!text.contains("hunter22"), text);
        assertTrue(shell.out("current", "-v").startsWith("Current revision(s) for sqlite:///app.db (SQLite "));
    }
}
