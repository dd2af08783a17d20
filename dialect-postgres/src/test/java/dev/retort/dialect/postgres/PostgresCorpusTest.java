// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.dialect.Inspection;
import dev.retort.dialect.InspectionScope;
import dev.retort.schema.Identifier;
import dev.retort.schema.Schema;
import dev.retort.testkit.ListedDifferences;
import dev.retort.testkit.SchemaCopy;
import dev.retort.testkit.SchemaLines;
import dev.retort.testkit.ScriptClient;
import dev.retort.testkit.TestDatabase;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServer;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Schemas of published projects: loaded by PostgreSQL's own client, read, created anew from what was read, read again,
 * and compared in PostgreSQL's own words. They are other people's, so they are read from where they lie.
 */
@ExtendWith(TestServersExtension.class)
class PostgresCorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("retort.corpus", "../../shared/corpus"));

    static List<String> scripts() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            System.out.println(
                    "PostgresCorpusTest: there is no corpus at " + CORPUS + " (retort.corpus), nothing was tried");
            return List.of("");
        }
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.endsWith("postgres.sql"))
                    .map(file -> CORPUS.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void newestServerHasTheSameSchemaAgain(String script, TestServers servers) throws Exception {
        roundTrip(script, servers.get(ServerKind.POSTGRES));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void oldestServerHasTheSameSchemaAgain(String script, TestServers servers) throws Exception {
        roundTrip(script, servers.get(ServerKind.POSTGRES_OLDEST));
    }

    private static void roundTrip(String script, TestServer server) throws Exception {
        assumeTrue(!script.isEmpty());
        PostgresHarness harness = new PostgresHarness(server);
        ScriptClient psql = harness.client().orElse(null);
        assumeTrue(psql != null, "psql is not installed");
        try (TestDatabase original = harness.newDatabase();
                TestDatabase copy = harness.newDatabase()) {
            load(script, psql, original);
            copied(script, harness, original, copy);
        }
    }

    private static void copied(String script, PostgresHarness harness, TestDatabase original, TestDatabase copy)
            throws Exception {
        Inspection read = inspect(harness, original);
        assertEquals(List.of(), read.findings());
        assertSame(read.schema(), harness.dialect().canonical(read.schema()), "canonical form is canonical");
        try (Connection connection = copy.connect()) {
            SchemaCopy.create(read.schema(), harness.dialect(), connection);
        }
        assertSame(read.schema(), inspect(harness, copy).schema(), "read again");
        compareDumps(script, harness, original, copy);
    }

    private static PgDump dump(PostgresHarness harness) throws Exception {
        PgDump dump = PgDump.find().orElse(null);
        int server = harness.dialect().version().major();
        if (dump != null && dump.version() >= server) {
            return dump;
        }
        System.out.println("PostgresCorpusTest: no pg_dump of version " + server
                + " or later (RETORT_TEST_PG_DUMP), the dumps were not compared");
        return null;
    }

    /** Schemas of its own with everything that PostgreSQL has. */
    @ParameterizedTest
    @ValueSource(strings = {"every-feature.sql", "more-features.sql", "newest-features.sql"})
    void everyFeatureIsThereAgain(String script, TestServers servers) throws Exception {
        features(script, servers.get(ServerKind.POSTGRES));
    }

    @Test
    void everyFeatureOfTheOldestServerIsThereAgain(TestServers servers) throws Exception {
        features("more-features.sql", servers.get(ServerKind.POSTGRES_OLDEST));
    }

    private static void features(String script, TestServer server) throws Exception {
        PostgresHarness harness = new PostgresHarness(server);
        ScriptClient psql = harness.client().orElse(null);
        assumeTrue(psql != null, "psql is not installed");
        try (TestDatabase original = harness.newDatabase();
                TestDatabase copy = harness.newDatabase();
                InputStream text = PostgresCorpusTest.class.getResourceAsStream(script)) {
            psql.run(original, new String(text.readAllBytes(), StandardCharsets.UTF_8));
            copied(script, harness, original, copy);
        }
    }

    static void assertSame(Schema expected, Schema actual, String message) {
        assertEquals("", SchemaLines.differences(expected, actual), message);
    }

    /** A script that uses what an old server has not is no test of it. */
    private static void load(String script, ScriptClient psql, TestDatabase database) throws Exception {
        try {
            psql.run(database, Files.readString(CORPUS.resolve(script)));
        } catch (IOException refused) {
            System.out.println("PostgresCorpusTest: " + script + " does not load: " + refused.getMessage());
            assumeTrue(false, script + " does not load");
        }
    }

    static Inspection inspect(PostgresHarness harness, TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'"
                                + " AND nspname NOT IN ('information_schema', 'law', 'public')")) {
            Set<Identifier> namespaces = new HashSet<>();
            while (rows.next()) {
                namespaces.add(new Identifier(rows.getString(1)));
            }
            return harness.dialect().inspector().inspect(connection, new InspectionScope(namespaces, name -> true));
        }
    }

    static void compareDumps(String script, PostgresHarness harness, TestDatabase original, TestDatabase copy)
            throws Exception {
        PgDump dump = dump(harness);
        if (dump != null) {
            Map<String, String> differences = ListedDifferences.between(dump.entries(original), dump.entries(copy));
            if (!differences.isEmpty()) {
                differences.keySet().retainAll(restored(harness, dump, original, copy, differences));
            }
            ListedDifferences.beside(PostgresCorpusTest.class)
                    .check(script, String.valueOf(harness.dialect().version().major()), differences);
        }
    }

    /**
     * What still differs once both dumps were restored: PostgreSQL writes some things otherwise when it has read them from its own
     * dump, and then both are the same.
     */
    private static Set<String> restored(
            PostgresHarness harness,
            PgDump dump,
            TestDatabase original,
            TestDatabase copy,
            Map<String, String> differences)
            throws Exception {
        ScriptClient psql = harness.client().orElseThrow();
        try (TestDatabase one = harness.newDatabase();
                TestDatabase other = harness.newDatabase()) {
            psql.run(one, dump.script(original));
            psql.run(other, dump.script(copy));
            return ListedDifferences.between(dump.entries(one), dump.entries(other))
                    .keySet();
        } catch (IOException refused) {
            System.out.println("PostgresCorpusTest: the server does not restore its own dump");
            return differences.keySet();
        }
    }
}
