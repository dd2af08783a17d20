// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page about dialects shows is what stands in the example, and the example is as small as it says. */
class DialectPageTest {

    private static final Path EXAMPLE = Path.of("../examples/dialect-h2");
    private static final Pattern BLOCK =
            Pattern.compile("^```(?:java|xml|text)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final int LINES = 600;

    @Test
    void everyExcerptStandsInTheExample() throws IOException {
        List<String> files = files("").map(DialectPageTest::text).toList();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("../docs/writing-a-dialect.md")));
        List<String> missing = new ArrayList<>();
        int shown = 0;
        while (block.find()) {
            shown++;
            String excerpt = block.group(1);
            if (files.stream().noneMatch(file -> file.contains(excerpt))) {
                missing.add(excerpt);
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(shown > 10, shown + " excerpts");
    }

    @Test
    void theExampleHasFewerThan600LinesWithItsTests() throws IOException {
        long lines = files("src")
                .filter(file -> file.toString().endsWith(".java"))
                .mapToLong(file -> text(file).lines().count())
                .sum();
        assertTrue(lines < LINES, lines + " lines");
    }

    private static Stream<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.walk(EXAMPLE.resolve(folder))) {
            return all
                    .filter(file -> Files.isRegularFile(file) && !file.startsWith(EXAMPLE.resolve("target")))
                    .toList()
                    .stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
