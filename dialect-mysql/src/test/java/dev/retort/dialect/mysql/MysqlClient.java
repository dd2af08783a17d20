// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.Dialect;
import dev.retort.project.DatabaseUrl;
import dev.retort.testkit.ScriptClient;
import dev.retort.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The client {@code mysql} or {@code mariadb}; each speaks to servers of both kinds. */
record MysqlClient(Dialect dialect, Path program) implements ScriptClient {

    static Optional<ScriptClient> installed(Dialect dialect) {
        String path = String.valueOf(System.getenv("PATH"));
        return Stream.of("mariadb", "mysql")
                .flatMap(name -> Stream.of(path.split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new MysqlClient(dialect, program));
    }

    @Override
    public void run(TestDatabase database, String script) throws IOException, InterruptedException {
        DatabaseUrl url = DatabaseUrl.parse(database.address());
        Map<String, String> parameters = url.secretParameters();
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--no-defaults",
                "--protocol=tcp",
                "--default-character-set=utf8mb4",
                "--host=" + url.host().orElseThrow(),
                "--port=" + url.port().orElse(3306),
                "--user=" + parameters.getOrDefault("user", "root"),
                "--database=" + url.path().substring(1)));
        String password = parameters.getOrDefault("password", "");
        if (!password.isEmpty()) {
            command.add("--password=" + password);
        }
        Path file = Files.createTempFile("retort", ".sql");
        Path out = Files.createTempFile("retort", ".out");
        try {
            Files.writeString(file, script, StandardCharsets.UTF_8);
            Process process = new ProcessBuilder(command)
                    .redirectInput(file.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("the client failed: " + Files.readString(out, StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
            Files.delete(out);
        }
    }
}
