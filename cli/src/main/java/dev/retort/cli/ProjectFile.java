// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.project.ProjectSettings;
import dev.retort.yaml.project.ProjectFileReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds and reads the project file. */
final class ProjectFile {

    static final String NAME = "retort.yaml";

    private static final String VARIABLE = "RETORT_CONFIG";

    private ProjectFile() {}

    /** The file that {@code -c} or the environment names; else the nearest one in the folder or those above it. */
    static Path locate(Call call) {
        Path directory = call.directory();
        String given = call.arguments().value(GlobalOptions.CONFIG);
        if (given != null) {
            return existing(given, "-c", directory);
        }
        String variable = call.environment().getOrDefault(VARIABLE, "");
        if (!variable.isEmpty()) {
            return existing(variable, VARIABLE, directory);
        }
        Path nearest = nearest(directory);
        if (nearest != null) {
            return nearest;
        }
        throw new RetortException(Finding.error(
                        ErrorCode.NO_PROJECT,
                        "There is no project here: no " + NAME + " in '" + directory + "' or a folder above it.")
                .withHint("Start one with 'retort init', or say where it is with -C DIR or -c FILE."));
    }

    /** Whether a project is meant, by name or because there is one in the folder or above it. */
    static boolean exists(Call call) {
        return call.arguments().value(GlobalOptions.CONFIG) != null
                || !call.environment().getOrDefault(VARIABLE, "").isEmpty()
                || nearest(call.directory()) != null;
    }

    private static @Nullable Path nearest(Path directory) {
        for (Path folder = directory; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(NAME);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }

    static ProjectSettings read(Path file, Call call) {
        return ProjectFileReader.read(
                        file,
                        String.valueOf(file.getFileName()),
                        call.arguments().value(GlobalOptions.NAME))
                .orThrow();
    }

    private static Path existing(String given, String by, Path directory) {
        Path file = Call.path(given, directory);
        if (!Files.isRegularFile(file)) {
            throw new RetortException(Finding.error(
                            ErrorCode.NO_PROJECT, "There is no project file '" + given + "', which " + by + " names.")
                    .about(given));
        }
        return file;
    }
}
