// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.ServerVersion;
import dev.retort.testkit.ScriptClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The shell of SQLite.
 *
 * @param dialect the dialect for its version
 */
record SqliteShell(Dialect dialect) implements ScriptClient {

    static Optional<ScriptClient> installed(SqliteDialectProvider provider) {
        try {
            Process process = new ProcessBuilder("sqlite3", "--version").start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0
                    ? Optional.of(new SqliteShell(provider.dialect(ServerVersion.parse("SQLite", version))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void run(dev.retort.testkit.TestDatabase database, String script) throws IOException, InterruptedException {
        Path file = Files.createTempFile("script", ".sql");
        try {
            Files.writeString(file, "PRAGMA synchronous = OFF;\n" + script);
            Process process = new ProcessBuilder("sqlite3", "-bail", "-batch", database.address())
                    .redirectInput(file.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(output);
            }
        } finally {
            Files.delete(file);
        }
    }
}
