// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The projects in examples/ go up, down and up again, and hold the same rows afterwards. */
class ExamplesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"quickstart,quickstart.db,3", "music-store,music-store.db,18"})
    void upDownAndUpAgain(String example, String database, int revisions) throws IOException {
        Shell shell = new Shell(folder.toRealPath());
        copy(Path.of("../examples", example), shell.folder());
        assertEquals(revisions, shell.out("history").lines().count());

        shell.out("upgrade", "-q", "head");
        List<String> schema = shell.schema(database);
        Map<String, List<String>> rows = rows(shell, database);
        assertFalse(rows.values().stream().allMatch(List::isEmpty), "no rows");

        shell.out("downgrade", "-q", "base");
        assertEquals(List.of(), shell.schema(database));

        shell.out("upgrade", "-q", "head");
        assertEquals(schema, shell.schema(database));
        assertEquals(rows, rows(shell, database));
    }

    private static Map<String, List<String>> rows(Shell shell, String database) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : shell.rows(
                database,
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE"
                        + " 'retort_%'")) {
            rows.put(table, shell.rows(database, "SELECT * FROM \"" + table + "\" ORDER BY 1, 2"));
        }
        return rows;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().contains(".db")) {
                    Path target = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }
}
