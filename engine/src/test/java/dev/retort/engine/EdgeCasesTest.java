// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code conformance/edge-cases.txt} lists every case, and the tests that it names exist. */
class EdgeCasesTest {

    private static final int CASES = 50;
    private static final List<Path> SOURCES = List.of(Path.of("src/test/java"), Path.of("../cli/src/test/java"));

    @Test
    void everyCaseIsListed() throws IOException {
        assertEquals(
                IntStream.rangeClosed(1, CASES).boxed().toList(),
                lines().stream()
                        .map(line -> Integer.valueOf(line.split(" ")[0]))
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void everyListedTestExistsAndNamesTheTestOfAlembic() throws IOException {
        List<String> missing = new ArrayList<>();
        for (String line : lines()) {
            String[] names = line.split(" ")[1].split("#");
            String source = source("dev/retort/" + names[0].replace('.', '/') + ".java");
            Pattern test = Pattern.compile("/\\*\\* Alembic: [^/]+\\*/\\s+@Test\\s+void " + names[1] + "\\(");
            if (!test.matcher(source).find()) {
                missing.add(line);
            }
        }
        assertEquals(List.of(), missing);
    }

    private static List<String> lines() throws IOException {
        String name = "/conformance/edge-cases.txt";
        try (InputStream in = Objects.requireNonNull(EdgeCasesTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static String source(String name) throws IOException {
        for (Path root : SOURCES) {
            if (Files.exists(root.resolve(name))) {
                return Files.readString(root.resolve(name));
            }
        }
        return "";
    }
}
