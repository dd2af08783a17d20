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

class SourceSizeTest {

    private static final int MOST_LINES = 500;

    @Test
    void noFileOfMainCodeIsLongerThanAPersonReads() throws IOException {
        Path repository = Path.of("..").toRealPath();
        List<String> tooLong = new ArrayList<>();
        int modules = 0;
        try (Stream<Path> folders = Files.list(repository)) {
            for (Path module : folders.sorted().toList()) {
                Path sources = module.resolve("src/main/java");
                if (Files.isDirectory(sources)) {
                    modules++;
                    tooLong.addAll(tooLong(repository, sources));
                }
            }
        }
        assertFalse(modules == 0, () -> "no module with sources in " + repository);
        assertEquals(List.of(), tooLong, "files of more than " + MOST_LINES + " lines");
    }

    private static List<String> tooLong(Path repository, Path sources) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                try (Stream<String> lines = Files.lines(file)) {
                    long count = lines.count();
                    if (count > MOST_LINES) {
                        found.add(repository.relativize(file) + ": " + count);
                    }
                }
            }
        }
        return found;
    }
}
