// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.project.DatabaseUrl;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms of a SQLite URL: three slashes and a relative file, four and an absolute one, or JDBC's. */
final class SqliteUrl {

    /** How long a statement waits for other connections, in milliseconds, unless the URL says otherwise. */
    static final String BUSY_TIMEOUT = "5000";

    private static final String MEMORY = ":memory:";

    private SqliteUrl() {}

    /** The file of the database; empty if it is in memory or named in a way that only SQLite understands. */
    static Optional<Path> file(DatabaseUrl url, Path project) {
        String path = path(url);
        boolean special = path.isEmpty() || path.startsWith(":") || path.startsWith("file:");
        return special ? Optional.empty() : Optional.of(project.resolve(path).toAbsolutePath());
    }

    static String jdbc(DatabaseUrl url, Path project) {
        String path = path(url);
        String target = file(url, project).map(Path::toString).orElse(path.isEmpty() ? MEMORY : path);
        String parameters = url.isJdbc() ? jdbcParameters(url) : parameters(url.secretParameters());
        return "jdbc:sqlite:" + target + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    private static String path(DatabaseUrl url) {
        String rest = url.afterScheme();
        if (rest.startsWith("//") && !url.isJdbc()) {
            String path = url.path();
            return path.startsWith("/") ? path.substring(1) : path;
        }
        int question = rest.indexOf('?');
        return question < 0 ? rest : rest.substring(0, question);
    }

    private static String jdbcParameters(DatabaseUrl url) {
        int question = url.afterScheme().indexOf('?');
        return question < 0 ? "" : url.afterScheme().substring(question + 1);
    }

    private static String parameters(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
    }

    static String busyTimeout(DatabaseUrl url) {
        String rest = url.afterScheme();
        int question = rest.indexOf('?');
        for (String pair : (question < 0 ? "" : rest.substring(question + 1)).split("&")) {
            if (pair.startsWith("busy_timeout=")) {
                return pair.substring("busy_timeout=".length());
            }
        }
        return BUSY_TIMEOUT;
    }
}
