// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.script;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the commands that a project wants after a file is written. They are started directly, never by a shell, so that
 * no character of a file name has a meaning.
 */
final class Hooks {

    private static final String FILE = "{file}";

    private final List<List<String>> commands;
    private final Path folder;
    private final Map<String, String> environment;

    Hooks(List<List<String>> commands, Path folder, Map<String, String> environment) {
        this.commands = commands;
        this.folder = folder;
        this.environment = environment;
    }

    List<Finding> run(Path file) {
        List<Finding> findings = new ArrayList<>();
        for (List<String> command : commands) {
            List<String> words = words(command, file.toAbsolutePath().toString());
            String problem = problem(words);
            if (problem != null) {
                findings.add(Finding.error(
                                ErrorCode.HOOK_FAILED,
                                "The hook '" + String.join(" ", command) + "' failed: " + problem)
                        .about(file.getFileName().toString())
                        .withHint(
                                "The migration file was written. Correct the hook under 'hooks' in the project file, or"
                                        + " run it by hand."));
            }
        }
        return findings;
    }

    private static List<String> words(List<String> command, String file) {
        List<String> words = new ArrayList<>(
                command.stream().map(word -> word.replace(FILE, file)).toList());
        if (command.stream().noneMatch(word -> word.contains(FILE))) {
            words.add(file);
        }
        return words;
    }

    private @org.jspecify.annotations.Nullable String problem(List<String> words) {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        if (!environment.isEmpty()) {
            builder.environment().clear();
            builder.environment().putAll(environment);
        }
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset()).strip();
            int status = process.waitFor();
            return status == 0 ? null : "it ended with status " + status + (output.isEmpty() ? "." : ":\n" + output);
        } catch (IOException notStarted) {
            return "it could not be started: "
                    + String.valueOf(notStarted.getMessage()).replaceFirst("^Cannot run program.*?error=\\d+, ", "")
                    + ".";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "it was interrupted.";
        }
    }
}
