// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Everything that the batch mode of Alembic loses or breaks (reference, section 1.8), one test each. */
class LostByAlembicTest {

    private static final QualifiedName T = QualifiedName.of("t");

    /** A change that SQLite can make only by making the table anew. */
    private static Operation rebuild() {
        return AlterColumn.of(T, new Identifier("n")).withDefault(DefaultValue.of(7));
    }

    private static void assertRebuilt(TestDatabase database, Operation... operations) throws SQLException {
        assertTrue(
                database.sql(operations).stream().anyMatch(sql -> sql.contains("RENAME TO \"t\"")),
                "this test is about a rebuild");
        database.run(operations);
    }

    @Test
    void autoincrementIsKept() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, n INT)",
                "INSERT INTO t (id, n) VALUES (41, 1)",
                "DELETE FROM t")) {
            assertRebuilt(database, rebuild());
            database.execute("INSERT INTO t DEFAULT VALUES");
            assertEquals("42|7", database.text("SELECT id, n FROM t"));
            assertEquals("t|42", database.text("SELECT name, seq FROM sqlite_sequence"));
        }
    }

    @Test
    void unnamedChecksAreKept() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (n INT CHECK (n > 0), CHECK (n < 9))")) {
            assertRebuilt(database, rebuild());
            assertThrows(SQLException.class, () -> database.execute("INSERT INTO t VALUES (0)"));
            assertThrows(SQLException.class, () -> database.execute("INSERT INTO t VALUES (9)"));
        }
    }

    @Test
    void collationIsKept() throws SQLException {
        try (TestDatabase database =
                TestDatabase.of("CREATE TABLE t (n INT, c TEXT COLLATE NOCASE)", "INSERT INTO t VALUES (1, 'A')")) {
            assertRebuilt(database, rebuild());
            assertEquals("1", database.text("SELECT count(*) FROM t WHERE c = 'a'"));
        }
    }

    @Test
    void descendingIndexIsKept() throws SQLException {
        try (TestDatabase database =
                TestDatabase.of("CREATE TABLE t (n INT)", "CREATE INDEX i ON t (n DESC) -- newest first")) {
            assertRebuilt(database, rebuild());
            assertEquals(
                    "CREATE INDEX i ON t (n DESC)", database.definition("i").split(" --")[0]);
        }
    }

    @Test
    void expressionIndexIsKept() throws SQLException {
        try (TestDatabase database =
                TestDatabase.of("CREATE TABLE t (n INT, c TEXT)", "CREATE INDEX i ON t (lower(c), n + 1)")) {
            assertRebuilt(database, rebuild());
            assertEquals("CREATE INDEX i ON t (lower(c), n + 1)", database.definition("i"));
        }
    }

    @Test
    void partialIndexIsKept() throws SQLException {
        try (TestDatabase database =
                TestDatabase.of("CREATE TABLE t (n INT)", "CREATE UNIQUE INDEX i ON t (n) WHERE n > 3")) {
            assertRebuilt(database, rebuild());
            assertEquals("CREATE UNIQUE INDEX i ON t (n) WHERE n > 3", database.definition("i"));
        }
    }

    @Test
    void triggersAreKept() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (n INT)",
                "CREATE TABLE log (n INT)",
                "CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.n); END",
                "CREATE TRIGGER back AFTER DELETE ON log BEGIN INSERT INTO t VALUES (old.n); END")) {
            assertRebuilt(database, rebuild());
            database.execute("INSERT INTO t VALUES (5)");
            database.execute("DELETE FROM log");
            assertEquals("5 5", database.text("SELECT n FROM t"));
        }
    }

    @Test
    void actionsAndNameOfAForeignKeyOfAColumnAreKept() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                "CREATE TABLE t (n INT, p INT CONSTRAINT fk REFERENCES p (id) ON DELETE SET NULL ON UPDATE CASCADE"
                        + " DEFERRABLE INITIALLY DEFERRED)")) {
            String before =
                    database.schema().table(T).orElseThrow().foreignKeys().toString();
            assertRebuilt(database, rebuild());
            assertEquals(
                    before,
                    database.schema().table(T).orElseThrow().foreignKeys().toString());
            assertTrue(database.definition("t").contains("CONSTRAINT fk REFERENCES p (id) ON DELETE SET NULL"));
        }
    }

    @Test
    void generatedColumnsDoNotBreakTheCopy() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (n INT, s INT AS (n * 2) STORED, v INT GENERATED ALWAYS AS (n + 1))",
                "INSERT INTO t (n) VALUES (4)")) {
            assertRebuilt(database, rebuild());
            assertEquals("4|8|5", database.text("SELECT n, s, v FROM t"));
        }
    }

    @Test
    void viewsOnTheTableAreKept() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (n INT)",
                "INSERT INTO t VALUES (4)",
                "CREATE VIEW v AS SELECT n FROM t",
                "CREATE VIEW w AS SELECT n + 1 AS m FROM v",
                "CREATE TRIGGER tr INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.n * 10); END")) {
            assertRebuilt(database, rebuild());
            assertEquals("5", database.text("SELECT m FROM w"));
            database.execute("INSERT INTO v VALUES (1)");
            assertEquals("4 10", database.text("SELECT n FROM t"));
        }
    }

    @Test
    void anIndexedColumnCanBeDropped() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (n INT, c TEXT)", "CREATE INDEX i ON t (c)", "INSERT INTO t VALUES (1, 'x')")) {
            database.run(DropColumn.of(T, new Identifier("c")));
            assertEquals("1", database.text("SELECT * FROM t"));
            assertEquals("", database.definition("i"));
        }
    }

    @Test
    void renamesFollowIntoChecks() throws SQLException {
        try (TestDatabase database =
                TestDatabase.of("CREATE TABLE t (n INT CHECK (n > 0), c TEXT, CHECK (c <> 'n'))")) {
            database.run(
                    new RenameColumn(T, new Identifier("n"), new Identifier("m")),
                    AlterColumn.of(T, new Identifier("c")).withType(new DataType.Integer()));
            assertEquals(
                    "CREATE TABLE \"t\" (m INT CHECK (m > 0), c INTEGER, CHECK (c <> 'n'))",
                    database.definition("t").replace("\"m\"", "m"));
        }
    }

    @Test
    void childrenSurviveARebuildOfTheirParentWithForeignKeysOn() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "PRAGMA foreign_keys = ON",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, n INT)",
                "CREATE TABLE child (t INT NOT NULL REFERENCES t ON DELETE CASCADE)",
                "INSERT INTO t VALUES (1, 1), (2, 2)",
                "INSERT INTO child VALUES (1), (2), (2)")) {
            assertRebuilt(database, rebuild());
            assertEquals("3", database.text("SELECT count(*) FROM child"));
            assertEquals("1", database.text("PRAGMA foreign_keys"));
            database.execute("DELETE FROM t WHERE id = 2");
            assertEquals("1", database.text("SELECT count(*) FROM child"), "the foreign key still works");
        }
    }

    @Test
    void afterAFailureNothingIsLeftBehind() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, n INT, c TEXT)", "INSERT INTO t VALUES (1, 1, NULL)")) {
            String before = database.text("SELECT sql FROM sqlite_schema");
            Operation[] impossible = {
                rebuild(), AlterColumn.of(T, new Identifier("c")).withNullable(false)
            };
            assertThrows(SQLException.class, () -> database.run(impossible));
            assertEquals(before, database.text("SELECT sql FROM sqlite_schema"));
            database.execute("UPDATE t SET c = 'x'");
            assertRebuilt(database, impossible);
        }
    }

    @Test
    void aLeftOverTableOfSomebodyElseIsRecognised() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (n INT)", "CREATE TABLE _retort_new_t (n INT)")) {
            IllegalStateException failure = assertThrows(IllegalStateException.class, () -> database.run(rebuild()));
            assertTrue(failure.getMessage().startsWith("table _retort_new_t is left over"), failure.getMessage());
        }
    }
}
