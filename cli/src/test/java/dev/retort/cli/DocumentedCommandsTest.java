// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guide shows is what happens: its files are written, its commands run, its outputs compared. */
class DocumentedCommandsTest {

    private static final Pattern BLOCK =
            Pattern.compile("^```(?:console|yaml file=(\\S+))\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"getting-started.md", "command-line.md"})
    void outputsAreAsShown(String page) throws IOException {
        Shell shell = new Shell(folder.toRealPath());
        Matcher block = BLOCK.matcher(Files.readString(Path.of("../docs", page)));
        StringBuilder shown = new StringBuilder();
        StringBuilder seen = new StringBuilder();
        while (block.find()) {
            if (block.group(1) != null) {
                shell.write(block.group(1), block.group(2));
            } else {
                shown.append(block.group(2));
                block.group(2)
                        .lines()
                        .filter(line -> line.startsWith("$ "))
                        .forEach(line -> seen.append(line).append('\n').append(run(shell, line.substring(2))));
            }
        }
        assertFalse(seen.isEmpty());
        assertEquals(timeless(shown.toString()), timeless(seen.toString()));
    }

    @Test
    void theReferenceHasASectionForEveryCommandAndNamesEveryOption() throws IOException {
        String page = Files.readString(Path.of("../docs/command-line.md"));
        for (String name : new Commands().names()) {
            int start = page.indexOf("\n### " + name + "\n");
            assertTrue(start >= 0, name);
            int end = page.indexOf("\n### ", start + 1);
            String section = page.substring(start, end < 0 ? page.length() : end);
            new Commands().make(name).shape().spec().options().forEach(option -> {
                for (String option1 : option.names()) {
                    assertTrue(section.contains("`" + option1), name + " " + option1);
                }
            });
        }
    }

    private static String run(Shell shell, String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(matcher.group(2) != null ? 2 : 3));
        }
        if (words.get(0).equals("cp")) {
            shell.write(words.get(2), shell.read(words.get(1)));
            return "";
        }
        if (words.get(0).equals("rm")) {
            assertTrue(shell.folder().resolve(words.get(1)).toFile().delete(), line);
            return "";
        }
        assertEquals("retort", words.get(0), line);
        Shell.Ran ran = shell.run(words.subList(1, words.size()).toArray(String[]::new));
        return ran.out() + ran.err();
    }

    /** Without what differs from run to run, and without the ledger's part of scripts, which the pages leave out. */
    private static String timeless(String text) {
        return text.replaceAll("(?s)BEGIN;\\n\\nCREATE TABLE IF NOT EXISTS \"retort_ledger\".*?COMMIT;\\n\\n", "")
                .replaceAll("INSERT INTO \"retort_ledger\"[^;]*;\\n\\n", "")
                .replaceAll("\\d+ ms", "T ms")
                .replaceAll("(_ms\" : )\\d+", "$1T")
                .replaceAll("(\"run_id\" : )\"\\w+\"", "$1\"R\"")
                .replaceAll("SQLite [0-9.]+", "SQLite V")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\S+Z  ", "D  ")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "D")
                .replaceAll("\\S+@\\S+  ", "user@host  ");
    }
}
