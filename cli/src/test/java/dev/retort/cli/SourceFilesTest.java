// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that every source file of every module keeps. */
class SourceFilesTest {

    private static final int MOST_LINES = 500;
    private static final String HEADER = "// SPDX-License-Identifier: Apache-2.0";

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @Test
    void noFileOfMainCodeIsLongerThanAPersonReads() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources("src/main/java")) {
            int lines = Files.readAllLines(file).size();
            if (lines > MOST_LINES) {
                tooLong.add(REPOSITORY.relativize(file) + ": " + lines);
            }
        }
        assertEquals(List.of(), tooLong, "files of more than " + MOST_LINES + " lines");
    }

    @Test
    void everyFileStartsWithItsLicence() throws IOException {
        List<String> without = new ArrayList<>();
        for (String folder : List.of("src/main/java", "src/test/java")) {
            for (Path file : sources(folder)) {
                if (!Files.readString(file).startsWith(HEADER)) {
                    without.add(REPOSITORY.relativize(file).toString());
                }
            }
        }
        assertEquals(List.of(), without, "files that do not start with " + HEADER);
    }

    private static List<Path> sources(String folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(REPOSITORY)) {
            for (Path module : modules.sorted().toList()) {
                if (Files.isDirectory(module.resolve(folder))) {
                    try (Stream<Path> files = Files.walk(module.resolve(folder))) {
                        files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                    }
                }
            }
        }
        assertFalse(found.isEmpty(), () -> "no sources in " + REPOSITORY);
        return found;
    }
}
