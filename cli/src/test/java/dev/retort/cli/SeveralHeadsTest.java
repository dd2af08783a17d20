// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a team reads that added two heads: which, whose, since when, and what to do. */
class SeveralHeadsTest {

    private static final String LIST = """
                bbbb11111111  D  Left
                cccc11111111  D  Right
              They part after 'aaaa11111111' (Start).
            """;
    private static final String JOIN = "  hint: Join them with 'retort merge bbbb11111111 cccc11111111 -m \"Merge left"
            + " and cccc1111 Right\"', or ";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void twoHeads() throws IOException {
        shell = new Shell(folder.toRealPath());
        shell.write("retort.yaml", "database: {url: 'sqlite:///app.db'}\n");
        shell.write("migrations/.keep", "");
        shell.out("revision", "-m", "Start", "--rev-id", "aaaa11111111");
        shell.out("revision", "-m", "Left", "--rev-id", "bbbb11111111", "--branch-label", "left");
        shell.out("revision", "-m", "Right", "--rev-id", "cccc11111111", "--head", "aaaa11111111", "--splice");
    }

    private String err(String... words) {
        return shell.err(3, words).replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "D");
    }

    @Test
    void anUpgradeToHeadTellsHowToGoOn() {
        assertEquals(
                "error: 'head' should mean one revision, but there are 2: [RT3005]\n" + LIST + "  at command line\n"
                        + JOIN + "take all of them with 'retort upgrade heads', or name one, such as 'left@head'.\n",
                err("upgrade", "head"));
        assertFalse(folder.resolve("app.db").toFile().exists()
                && !shell.schema("app.db").isEmpty());
    }

    @Test
    void aNewRevisionMustSayWhatItFollows() {
        assertEquals(
                "error: A new revision must follow one head, but there are 2: [RT3005]\n" + LIST + "  at command line\n"
                        + JOIN + "say which it follows, such as '--head left@head'.\n",
                err("revision", "-m", "x"));
    }

    @Test
    void aCheckOfHeadsTellsTheSame() {
        assertEquals(
                "error: There are 2 heads: [RT3005]\n" + LIST + JOIN
                        + "leave them apart and upgrade with 'retort upgrade heads'.\n",
                err("heads", "--check"));
        shell.out("merge", "heads");
        assertEquals(1, shell.out("heads", "--check").lines().count());
    }

    @Test
    void theCommandsOfTheHintWork() {
        shell.out("upgrade", "-q", "heads");
        shell.out("merge", "bbbb11111111", "cccc11111111", "-m", "Merge left and cccc1111 Right");
        assertTrue(shell.out("upgrade", "head").contains("Upgraded by 1 revision"));
    }

    @Test
    void aMergeWithoutAMessageNamesBothSides() {
        assertEquals(
                "Created migrations/dddd11111111_merge_left_and_cccc1111_right.yaml\n",
                shell.out("merge", "heads", "--rev-id", "dddd11111111"));
        assertEquals(
                "bbbb11111111, cccc11111111 -> dddd11111111 (left) (head) (mergepoint), "
                        + "Merge left and cccc1111 Right\n",
                shell.out("history", "-r", "dddd:"));
    }

    @Test
    void historiesThatBeginApartAreTold() {
        shell.out("revision", "-m", "Alone", "--rev-id", "dddd11111111", "--head", "base");
        String text = err("upgrade", "head");
        assertTrue(
                text.contains("They part after 'aaaa11111111' (Start); not all of them have a revision in common."),
                text);
    }

    @Test
    void whatCannotBeJoinedIsTold() {
        assertEquals("""
                error: Revision 'aaaa11111111' (Start) is below another of the revisions to merge, so there is nothing to \
                join. [RT3011]
                  at command line
                  hint: Leave it out.
                """, err("merge", "aaaa", "left"));
        assertEquals("""
                error: A merge joins at least two revisions, but 'left' stands for 'bbbb11111111' (Left) alone. [RT1001]
                  at command line
                  hint: 'retort heads' lists what can be joined.
                """, shell.err(2, "merge", "left"));
    }

    @Test
    void aLabelThatDoesNotExistListsThoseThatDo() {
        assertEquals("""
                error: No branch is called 'nothing'. [RT3003]
                  at command line
                  hint: Labels are left; the id of a revision names its branch as well.
                """, err("upgrade", "nothing@head"));
    }

    @Test
    void quotesInAMessageDoNotBreakTheCommand() {
        shell.out("revision", "-m", "Say \"hi\" to $USER", "--head", "cccc", "--rev-id", "eeee11111111");
        assertTrue(err("heads", "--check").contains("-m \"Merge left and eeee1111 Say hi to USER\"'"));
    }

    @Test
    void authorsComeFromVersionControl() throws Exception {
        git("init", "-q");
        git("config", "user.name", "Ann Bell");
        git("config", "user.email", "ann@example.org");
        git("add", "migrations/aaaa11111111_start.yaml", "migrations/bbbb11111111_left.yaml");
        git("commit", "-q", "-m", "one");

        String text = err("upgrade", "head");

        assertTrue(text.contains("bbbb11111111  D  by Ann Bell  Left\n"), text);
        assertTrue(text.contains("cccc11111111  D  Right\n"), text);
    }

    @Test
    void aBrokenRepositoryCostsNothingButTheNames() {
        shell.write(".git/HEAD", "nonsense");
        assertTrue(err("upgrade", "head").contains("bbbb11111111  D  Left\n"));
    }

    private void git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        assertEquals(
                0,
                new ProcessBuilder(command)
                        .directory(shell.folder().toFile())
                        .inheritIO()
                        .start()
                        .waitFor());
    }
}
