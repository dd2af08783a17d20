// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Colours, help, completion and the editor: what only a person has to do with. */
class TerminalOutputTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aProject() throws IOException {
        shell = new Shell(folder.toRealPath());
        shell.write("retort.yaml", "database: {url: 'sqlite:///app.db'}\n");
        shell.write("migrations/.keep", "");
        shell.out("revision", "-m", "Start", "--rev-id", "aaaa11111111");
    }

    @Test
    void onATerminalThereAreColours() {
        assertEquals(
                "\u001b[33maaaa11111111\u001b[0m\u001b[32m (head)\u001b[0m\n",
                shell.watched().out("heads"));
        assertTrue(shell.err(2, "upgrad").startsWith("\u001b[1;31merror:\u001b[0m "));
    }

    @Test
    void coloursCanBeSwitchedOff() {
        assertEquals("aaaa11111111 (head)\n", shell.watched().out("heads", "--no-color"));
        assertEquals("aaaa11111111 (head)\n", shell.with("NO_COLOR", "1").out("heads"));
        assertEquals(
                "aaaa11111111 (head)\n",
                new Shell(shell.folder()).watched().with("TERM", "dumb").out("heads"));
    }

    @Test
    void theReasonOfAFailureStandsBelowItsRevision() {
        shell.write("migrations/bbbb11111111_x.yaml", """
                revision: bbbb11111111
                revises: aaaa11111111
                message: Fails
                upgrade: [{execute: SELECT nope}]
                downgrade: []
                """);

        Shell.Ran ran = shell.watched().with("NO_COLOR", "1").run("upgrade", "head");

        assertEquals(
                "aaaa11111111  Start ... T ms\nbbbb11111111  Fails ... \n",
                ran.out().replaceAll("\\d+ ms", "T ms"));
        assertEquals(5, ran.status());
    }

    static List<String> commands() {
        return List.copyOf(new Commands().names());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theHelpOfEveryCommandHasAnExampleOfIt(String command) {
        String help = shell.out(command, "--help");

        assertTrue(help.startsWith("Usage: retort " + command + " "), help);
        String examples = help.substring(help.indexOf("\nExample"));
        assertTrue(examples.lines().skip(2).anyMatch(line -> line.contains("retort " + command)), help);
        assertFalse(help.contains("\u001b"), help);
    }

    @Test
    void theHelpOfTheProgramNamesEveryCommand() {
        String help = shell.out("--help");

        assertEquals(
                commands(),
                help.substring(help.indexOf("\nCommands:\n") + 11, help.indexOf("\nExamples:"))
                        .lines()
                        .map(line -> line.strip().split(" ")[0])
                        .collect(Collectors.toList()));
        assertEquals(help, shell.run().err());
        assertEquals(2, shell.run().status());
        assertTrue(shell.out("--version").startsWith("retort "));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for bash")
    void bashTakesItsCompletionScript() throws Exception {
        Path script = folder.resolve("completion");
        Files.writeString(script, shell.out("completion", "bash"));

        Process bash = new ProcessBuilder("bash", "-n", script.toString())
                .redirectErrorStream(true)
                .start();

        assertEquals("", new String(bash.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(0, bash.waitFor());
        assertEquals(shell.read("completion"), shell.out("completion", "zsh"));
    }

    @Test
    void fishIsToldCommandsAndOptions() {
        List<String> lines = shell.out("completion", "fish").lines().toList();

        assertTrue(lines.contains("complete -c retort -n __fish_use_subcommand -a upgrade -d"
                + " 'Brings the database up to a revision.'"));
        assertTrue(lines.contains("complete -c retort -n '__fish_seen_subcommand_from heads' -l check -d"
                + " 'Fail if there is more than one.'"));
        assertTrue(
                lines.contains("complete -c retort -s C -l directory -rF -d 'Behave as if started in DIR.'"),
                lines.toString());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for POSIX shells")
    void editOpensTheFileInTheVisualEditorFirst() throws IOException {
        Path editor = Files.writeString(folder.resolve("my-editor"), "#!/bin/sh\necho \"edited $1\" >\"$2\"\n");
        Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwxr-xr-x"));

        shell.with("EDITOR", "false").with("VISUAL", editor + " --wait").out("edit", "head");

        assertEquals("edited --wait\n", shell.read("migrations/aaaa11111111_start.yaml"));
    }

    @Test
    void anEditorThatDoesNotExistIsNamed() {
        assertEquals("""
                error: The editor 'no-such-editor' could not be started. [RT1010]
                  hint: Set VISUAL or EDITOR to a program that there is.
                """, shell.with("EDITOR", "no-such-editor").err(2, "edit", "head"));
        assertEquals("""
                error: No current revisions: the database has no version rows. [RT3001]
                  at command line
                """, shell.err(3, "edit", "current"));
    }
}
