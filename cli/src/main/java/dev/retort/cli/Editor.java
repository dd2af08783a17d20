// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The user's editor: {@code VISUAL}, else {@code EDITOR}, else the first of those that most systems have.
 *
 * @param environment where the variables and the search path come from
 */
record Editor(Map<String, String> environment) {

    private static final List<String> USUAL = List.of("sensible-editor", "editor", "nano", "vim", "code");

    /** Opens files and waits until the editor ends. */
    void open(List<Path> files) throws IOException {
        List<String> words = new ArrayList<>(command());
        files.forEach(file -> words.add(file.toString()));
        try {
            int status = new ProcessBuilder(words).inheritIO().start().waitFor();
            if (status != 0) {
                throw new RetortException(Finding.error(
                        ErrorCode.NO_EDITOR, "The editor '" + words.get(0) + "' ended with status " + status + "."));
            }
        } catch (IOException notStarted) {
            throw new RetortException(
                    List.of(Finding.error(
                                    ErrorCode.NO_EDITOR, "The editor '" + words.get(0) + "' could not be started.")
                            .withHint("Set VISUAL or EDITOR to a program that there is.")),
                    notStarted);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> command() {
        for (String variable : List.of("VISUAL", "EDITOR")) {
            String command = environment.getOrDefault(variable, "").strip();
            if (!command.isEmpty()) {
                return List.of(command.split("\\s+"));
            }
        }
        for (String name : USUAL) {
            for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
                if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
                    return List.of(name);
                }
            }
        }
        throw new RetortException(Finding.error(ErrorCode.NO_EDITOR, "There is no editor to open the file with.")
                .withHint("Set VISUAL or EDITOR to the one that you use."));
    }
}
