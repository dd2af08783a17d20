// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.cli.DdlFact.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for tests in the sources of all modules, and for cases in those of the test kit. */
final class ListedTests {

    private static final List<String> MODULES =
            List.of("api", "engine", "cli", "dialect-sqlite", "dialect-postgres", "dialect-mysql");

    /** Where tests of a server are. */
    private static final Map<Server, String> PACKAGES = Map.of(
            Server.SQLITE, "dialect.sqlite.",
            Server.POSTGRES, "dialect.postgres.",
            Server.MYSQL, "dialect.mysql.",
            Server.MARIADB, "dialect.mysql.");

    private final Path repository;
    private final Map<String, String> sources = new HashMap<>();

    ListedTests(Path repository) {
        this.repository = repository;
    }

    /** Whether there is a case of this name, which runs everywhere, or a test that runs on these servers. */
    boolean exists(String test, Set<Server> servers) {
        int method = test.indexOf('#');
        if (method < 0) {
            return Files.exists(
                    repository.resolve("testkit/src/main/resources/dev/retort/testkit/cases/" + test + ".yaml"));
        }
        Matcher found = Pattern.compile(
                        "((?:@\\w+(?:\\([^)]*\\))?\\s+)+)(?:static )?void " + test.substring(method + 1) + "\\(")
                .matcher(sources.computeIfAbsent(test.substring(0, method), this::source));
        return found.find()
                && found.group(1).contains("Test")
                && servers.stream().allMatch(server -> runsOn(server, test, found.group(1)));
    }

    /** The tests of one family's servers say which of them they run on. */
    private static boolean runsOn(Server server, String test, String annotations) {
        boolean family = server == Server.MYSQL || server == Server.MARIADB;
        return test.startsWith(PACKAGES.get(server)) && (!family || annotations.contains('"' + server.name() + '"'));
    }

    private String source(String name) {
        for (String module : MODULES) {
            Path file = repository.resolve(module + "/src/test/java/dev/retort/" + name.replace('.', '/') + ".java");
            if (Files.exists(file)) {
                try {
                    return Files.readString(file);
                } catch (IOException unread) {
                    throw new UncheckedIOException(unread);
                }
            }
        }
        return "";
    }
}
