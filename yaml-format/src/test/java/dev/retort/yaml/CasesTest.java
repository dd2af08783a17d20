// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder of {@code cases} holds a migration and every finding that it must give, no more and no fewer. With
 * {@code -Dretort.cases.write=true} the findings are written instead, to be read before they are committed.
 */
class CasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");

    @TestFactory
    List<DynamicTest> cases(@TempDir Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted()
                    .map(each -> DynamicTest.dynamicTest(each.getFileName().toString(), () -> check(each, folder)))
                    .toList();
        }
    }

    private static void check(Path each, Path folder) throws IOException {
        List<String> found = new Migrations(folder).findings(Files.readString(each.resolve("migration.yaml")));
        Path expected = each.resolve("findings.txt");
        if (Boolean.getBoolean("retort.cases.write")) {
            Files.write(expected, found);
        }
        assertEquals(String.join("\n", Files.readAllLines(expected)), String.join("\n", found));
    }
}
