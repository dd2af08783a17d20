// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.Dialect;
import dev.retort.testkit.ScriptClient;
import dev.retort.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * PostgreSQL's own client.
 *
 * @param dialect the dialect of the server that it talks to
 */
record Psql(Dialect dialect) implements ScriptClient {

    static Optional<ScriptClient> installed(Dialect dialect) {
        try {
            Process process = new ProcessBuilder("psql", "--version").start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0 ? Optional.of(new Psql(dialect)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void run(TestDatabase database, String script) throws IOException, InterruptedException {
        Path file = Files.createTempFile("script", ".sql");
        try {
            Files.writeString(file, script);
            ProcessBuilder builder = new ProcessBuilder(
                    "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", file.toString(), address(database));
            builder.environment().put("PGCLIENTENCODING", "UTF8");
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(output);
            }
        } finally {
            Files.delete(file);
        }
    }

    /** The driver's URL has the user among its parameters, as libpq allows too. */
    private static String address(TestDatabase database) {
        return database.address();
    }
}
