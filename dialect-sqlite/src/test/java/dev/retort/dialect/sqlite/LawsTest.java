// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.retort.diagnostic.Severity;
import dev.retort.dialect.Definitions;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of a dialect on random schemas. */
class LawsTest {

    private static final int SCHEMAS = 60;

    static Schema creatable(RandomSchemas random, SqliteDialect dialect) {
        while (true) {
            Schema schema = random.schema();
            if (dialect.check(schema).stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
                return schema;
            }
        }
    }

    static void create(TestDatabase database, Schema schema) throws SQLException {
        List<Operation> operations = schema.tables().values().stream()
                .<Operation>map(CreateTable::of)
                .toList();
        database.execute(
                database.dialect.ddl().render(TestDatabase.place(Schema.EMPTY, operations), Definitions.NONE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsReadBackIsTheCanonicalForm(long seed) throws SQLException {
        RandomSchemas random = new RandomSchemas(seed);
        for (int i = 0; i < SCHEMAS; i++) {
            try (TestDatabase database = TestDatabase.of()) {
                Schema schema = creatable(random, database.dialect);
                create(database, schema);
                Schema canonical = database.dialect.canonical(schema);
                assertEquals(canonical, database.schema(), () -> "seed " + seed + ": " + schema);
                assertEquals(canonical, database.dialect.canonical(canonical));
                assertFalse(database.schema().isEmpty());
            }
        }
    }
}
