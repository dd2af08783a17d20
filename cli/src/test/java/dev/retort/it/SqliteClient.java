// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * SQLite's own shell.
 *
 * @param program where it is
 */
record SqliteClient(Path program) {

    static Optional<SqliteClient> find() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "sqlite3"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(SqliteClient::new);
    }

    /** Feeds a script to the shell, which must go through to its end. */
    void run(Path database, Path script) throws IOException, InterruptedException {
        call(new ProcessBuilder(program.toString(), "-bail", "-batch", database.toString())
                .redirectInput(script.toFile()));
    }

    /** What the shell shows as the schema. */
    String schema(Path database) throws IOException, InterruptedException {
        return call(new ProcessBuilder(program.toString(), "-batch", database.toString(), ".schema"));
    }

    private static String call(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
