// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.Severity;
import dev.retort.dialect.Definitions;
import dev.retort.engine.autogenerate.Comparator;
import dev.retort.engine.replay.Replay;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of a dialect on random schemas. */
class LawsTest {

    private static final int SCHEMAS = 30;

    static Schema creatable(RandomSchemas random, SqliteDialect dialect) {
        while (true) {
            Schema schema = random.schema();
            if (dialect.check(schema).stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
                return schema;
            }
        }
    }

    /** Whether the operations fit together, which is the comparator's affair. */
    private static boolean replays(Schema schema, List<Operation> operations) {
        try {
            return Replay.after(schema, operations) != null;
        } catch (RetortException doesNot) {
            return false;
        }
    }

    static void create(TestDatabase database, Schema schema) throws SQLException {
        List<Operation> operations = schema.tables().values().stream()
                .<Operation>map(CreateTable::of)
                .toList();
        database.execute(database.dialect.ddl().render(TestDatabase.place(Schema.EMPTY, operations), Definitions.NONE));
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

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void comparedAndAlteredADatabaseIsAsItShallBe(long seed) throws SQLException {
        RandomSchemas random = new RandomSchemas(seed);
        int altered = 0;
        for (int i = 0; i < SCHEMAS; i++) {
            try (TestDatabase database = TestDatabase.of("PRAGMA foreign_keys = ON")) {
                SqliteDialect dialect = database.dialect;
                random.withOptions(i % 3 == 1, i % 3 == 2);
                Schema one = creatable(random, dialect);
                Schema other = dialect.canonical(creatable(random, dialect));
                create(database, one);
                List<Operation> operations =
                        new Comparator(true).compare(database.schema(), other).operations();
                if (!replays(database.schema(), operations)) {
                    continue;
                }
                altered++;
                database.run(operations.toArray(Operation[]::new));
                assertEquals(other, database.schema(), () -> "seed " + seed + ": " + operations);
                assertEquals("", database.text("SELECT name FROM sqlite_schema WHERE name LIKE '%retort%'"));
            }
        }
        assertTrue(altered > SCHEMAS / 3, "only " + altered + " comparisons were tried");
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10, 11, 12})
    void alteredFromTheMigrationsOwnSchemaADatabaseIsAsItShallBe(long seed) throws SQLException {
        RandomSchemas random = new RandomSchemas(seed);
        int altered = 0;
        for (int i = 0; i < SCHEMAS; i++) {
            try (TestDatabase database = TestDatabase.of()) {
                SqliteDialect dialect = database.dialect;
                random.withOptions(i % 3 == 1, i % 3 == 2);
                Schema one = creatable(random, dialect);
                Schema other = creatable(random, dialect);
                create(database, one);
                List<Operation> operations =
                        new Comparator(true).compare(one, other).operations();
                if (!replays(one, operations)) {
                    continue;
                }
                altered++;
                database.replayed(one, operations.toArray(Operation[]::new));
                assertEquals(dialect.canonical(other), database.schema(), () -> "seed " + seed + ": " + operations);
            }
        }
        assertTrue(altered > SCHEMAS / 3, "only " + altered + " comparisons were tried");
    }

    /** Every alteration at once on a table with rows: no row is lost, and columns that stay keep their values. */
    @ParameterizedTest
    @ValueSource(longs = {13, 14, 15, 16})
    void rowsSurvive(long seed) throws SQLException {
        RandomSchemas random = new RandomSchemas(seed);
        int altered = 0;
        for (int i = 0; i < SCHEMAS; i++) {
            try (TestDatabase database = TestDatabase.of()) {
                Schema one = creatable(random.withOptions(false, false), database.dialect);
                create(database, one);
                if (fill(database, "parent") == 0) {
                    continue;
                }
                Schema before = database.schema();
                Schema other = database.dialect.canonical(creatable(random, database.dialect));
                List<Operation> operations =
                        new Comparator(true).compare(before, other).operations();
                if (!replays(before, operations)) {
                    continue;
                }
                String rows = database.text("SELECT rowid, quote(a) FROM parent ORDER BY rowid");
                String table = database.text("SELECT sql FROM sqlite_schema");
                try {
                    database.run(operations.toArray(Operation[]::new));
                    altered++;
                    assertEquals("3", database.text("SELECT count(*) FROM parent"), "seed " + seed);
                } catch (SQLException | IllegalStateException refused) {
                    assertEquals(table, database.text("SELECT sql FROM sqlite_schema"));
                    assertEquals(rows, database.text("SELECT rowid, quote(a) FROM parent ORDER BY rowid"));
                }
            }
        }
        assertTrue(altered > 3, "only " + altered + " tables with rows were altered");
    }

    /** Puts three rows into a table, if it takes them. */
    private static int fill(TestDatabase database, String table) throws SQLException {
        for (int i = 1; i <= 3; i++) {
            List<String> values = new java.util.ArrayList<>();
            List<String> names = new java.util.ArrayList<>();
            for (List<String> column : database.rows("SELECT name, hidden FROM pragma_table_xinfo('" + table + "')")) {
                if (column.get(1).equals("0")) {
                    names.add('"' + column.get(0).replace("\"", "\"\"") + '"');
                    values.add("" + i);
                }
            }
            try {
                database.execute("INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES ("
                        + String.join(", ", values) + ")");
            } catch (SQLException enumOrCheck) {
                return 0;
            }
        }
        return database.text("SELECT count(*) FROM " + table).equals("3") ? 3 : 0;
    }
}
