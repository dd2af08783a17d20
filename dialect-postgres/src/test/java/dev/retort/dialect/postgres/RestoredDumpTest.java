// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.diagnostic.Severity;
import dev.retort.schema.Schema;
import dev.retort.testkit.RandomSchemas;
import dev.retort.testkit.SchemaCopy;
import dev.retort.testkit.SchemaLines;
import dev.retort.testkit.ScriptClient;
import dev.retort.testkit.TestDatabase;
import dev.retort.testkit.Vocabulary;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.sql.Connection;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A database that was restored from a dump has the schema of the one that was dumped, whatever PostgreSQL writes otherwise. */
@ExtendWith(TestServersExtension.class)
class RestoredDumpTest {

    private static final int COUNT = Integer.getInteger("retort.restored.count", 20);

    @Test
    void randomSchemasSurviveADump(TestServers servers) throws Exception {
        PostgresHarness harness = new PostgresHarness(servers.get(ServerKind.POSTGRES));
        ScriptClient psql = harness.client().orElse(null);
        PgDump dump = PgDump.find().orElse(null);
        assumeTrue(psql != null && dump != null, "psql or pg_dump (RETORT_TEST_PG_DUMP) is not installed");
        int major = harness.dialect().version().major();
        assumeTrue(dump.version() >= major, "pg_dump is older than PostgreSQL " + major);
        Vocabulary words = Vocabulary.of(harness);
        for (long seed = 1; seed <= COUNT; seed++) {
            Schema schema = accepted(harness, words, new Random(seed));
            try (TestDatabase original = harness.newDatabase();
                    TestDatabase restored = harness.newDatabase()) {
                try (Connection connection = original.connect()) {
                    SchemaCopy.create(schema, harness.dialect(), connection);
                }
                psql.run(restored, dump.script(original));
                Schema before = PostgresCorpusTest.inspect(harness, original).schema();
                Schema after = PostgresCorpusTest.inspect(harness, restored).schema();
                assertEquals("", SchemaLines.differences(before, after), "seed " + seed);
            }
        }
    }

    private static Schema accepted(PostgresHarness harness, Vocabulary words, Random random) {
        while (true) {
            Schema schema = new RandomSchemas(words, random).schema();
            if (harness.dialect().check(schema).stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
                return schema;
            }
        }
    }
}
