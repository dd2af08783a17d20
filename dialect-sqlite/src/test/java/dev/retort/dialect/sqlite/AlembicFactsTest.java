// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.dialect.InspectionScope;
import dev.retort.engine.autogenerate.Comparator;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Batch;
import dev.retort.operation.ColumnPosition;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TextAttributes;
import dev.retort.schema.UniqueConstraint;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Alembic's tests and users have found, as far as it concerns SQLite's DDL and the rebuild of tables. */
class AlembicFactsTest {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final QualifiedName P = QualifiedName.of("p");
    private static final DataType INTEGER = new DataType.Integer();
    private static final DataType TEXT = new DataType.Text(TextAttributes.DEFAULT);

    private static Identifier id(String name) {
        return new Identifier(name);
    }

    private static TableBuilder table(Column... columns) {
        return new TableBuilder(T).columns(List.of(columns));
    }

    private static Operation typeOf(String column) {
        return AlterColumn.of(T, id(column)).withType(TEXT);
    }

    private static boolean rebuilds(TestDatabase database, Operation... operations) throws SQLException {
        return database.sql(operations).stream().anyMatch(sql -> sql.startsWith("CREATE TABLE \"_retort_new_"));
    }

    private static void rebuild(TestDatabase database, Operation... operations) throws SQLException {
        assertTrue(rebuilds(database, operations), "this test is about a rebuild");
        database.run(operations);
    }

    @Test
    void strictAndWithoutRowidStayWhenATableIsMadeAnew() throws SQLException {
        try (TestDatabase database =
                TestDatabase.of("CREATE TABLE t (a TEXT PRIMARY KEY, n INT) STRICT, WITHOUT ROWID")) {
            rebuild(database, AlterColumn.of(T, id("n")).withDefault(DefaultValue.of(7)));
            assertTrue(database.definition("t").endsWith("STRICT, WITHOUT ROWID"), database.definition("t"));
        }
    }

    @Test
    void namedChecksAndDeferrableForeignKeysStayWhenATableIsMadeAnew() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                "CREATE TABLE t (a INT, n INT, CONSTRAINT ck CHECK (a > 0), CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id)"
                        + " ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED)")) {
            String before = database.schema()
                    .table(T)
                    .orElseThrow()
                    .constraints()
                    .toList()
                    .toString();
            rebuild(database, typeOf("n"));
            assertEquals(
                    before,
                    database.schema()
                            .table(T)
                            .orElseThrow()
                            .constraints()
                            .toList()
                            .toString());
        }
    }

    @Test
    void aTableWithAVeryLongNameIsMadeAnew() throws SQLException {
        String name = "t".repeat(200);
        try (TestDatabase database =
                TestDatabase.of("CREATE TABLE " + name + " (n INT)", "INSERT INTO " + name + " VALUES (1)")) {
            database.run(AlterColumn.of(QualifiedName.of(name), id("n")).withType(TEXT));
            assertEquals("text", database.text("SELECT typeof(n) FROM " + name));
        }
    }

    @Test
    void whatNeedsNoNewTableIsDoneWithoutOne() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a INT, b INT)", "CREATE INDEX i ON t (b)")) {
            assertFalse(rebuilds(
                    database,
                    DropIndex.of(T, id("i")),
                    new RenameColumn(T, id("a"), id("c")),
                    DropColumn.of(T, id("b")),
                    AddColumn.of(T, Column.of("d", TEXT).withDefault(DefaultValue.of("x"))),
                    new CreateIndex(T, Index.of("j", "d"), false),
                    new RenameTable(T, id("u"))));
        }
    }

    @Test
    void anAddedStoredComputationOrExpressionAsDefaultMeansANewTable() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a INT)", "INSERT INTO t VALUES (3)")) {
            rebuild(
                    database,
                    AddColumn.of(
                            T, Column.of("s", INTEGER).withGenerated(new Generated(SqlText.verbatim("a * 2"), true))));
            rebuild(database, AddColumn.of(T, Column.of("m", TEXT).withDefault(DefaultValue.sql("(lower('X'))"))));
            assertFalse(rebuilds(
                    database,
                    AddColumn.of(
                            T,
                            Column.of("v", INTEGER).withGenerated(new Generated(SqlText.verbatim("a + 1"), false)))));
            assertEquals("3|6|x", database.text("SELECT a, s, m FROM t"));
        }
    }

    @Test
    void aTableIsMadeAnewFromWhatTheMigrationsSayOfIt() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE \"t\" (\"a\" INTEGER, \"b\" INTEGER)")) {
            Schema known = new SchemaBuilder()
                    .table(table(Column.of("a", INTEGER), Column.of("b", INTEGER))
                            .build())
                    .build();
            database.replayed(known, typeOf("b"));
            assertEquals(
                    TEXT,
                    database.schema()
                            .table(T)
                            .orElseThrow()
                            .column(id("b"))
                            .orElseThrow()
                            .type());
        }
    }

    @Test
    void aBatchGivesItsTableOptions() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a INT PRIMARY KEY, b INT)")) {
            database.run(new Batch(
                    T,
                    List.of(AddColumn.of(T, Column.of("c", INTEGER))),
                    Batch.Recreate.AUTO,
                    Options.of("sqlite", "strict", true)));
            assertTrue(database.definition("t").endsWith("STRICT"), database.definition("t"));
        }
    }

    @Test
    void aPlaceForAColumnNeedsNoWordAboutTheNewTable() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a INT, b INT)", "INSERT INTO t VALUES (1, 2)")) {
            rebuild(
                    database,
                    new AddColumn(T, Column.of("c", INTEGER), new ColumnPosition.After(id("a")), null, false, false));
            assertEquals("1|null|2", database.text("SELECT * FROM t"));
        }
    }

    @Test
    void aForeignKeyOfANewColumnStandsInsideOfIt() throws SQLException {
        try (TestDatabase database =
                TestDatabase.of("CREATE TABLE p (id INTEGER PRIMARY KEY)", "CREATE TABLE t (a INT)")) {
            ForeignKey key = ForeignKey.of("fk", Identifier.listOf("b"), P, Identifier.listOf("id"));
            Operation add = new AddColumn(T, Column.of("b", INTEGER), ColumnPosition.LAST, key, false, false);
            assertFalse(rebuilds(database, add));
            database.run(add);
            assertEquals(
                    1, database.schema().table(T).orElseThrow().foreignKeys().size());
        }
    }

    @Test
    void constraintsComeWithoutABatch() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                "CREATE TABLE t (a INT)",
                "INSERT INTO p VALUES (1)",
                "INSERT INTO t VALUES (1)")) {
            rebuild(
                    database,
                    new AddForeignKey(T, ForeignKey.of("fk", Identifier.listOf("a"), P, Identifier.listOf("id"))));
            assertThrows(SQLException.class, () -> {
                database.execute("PRAGMA foreign_keys = ON");
                database.execute("INSERT INTO t VALUES (2)");
            });
        }
    }

    @Test
    void aTemporaryTableHasThePrefixThatSaysSo() throws SQLException {
        try (TestDatabase database = TestDatabase.of()) {
            database.run(new CreateTable(table(Column.of("a", INTEGER)).build(), false, List.of("TEMPORARY")));
            assertEquals("t", database.text("SELECT name FROM sqlite_temp_schema"));
        }
    }

    @Test
    void aTableOfManyColumnsIsMadeAndReadBack() throws SQLException {
        try (TestDatabase database = TestDatabase.of()) {
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                columns.add(Column.of("c" + i, INTEGER));
            }
            database.run(CreateTable.of(new TableBuilder(T).columns(columns).build()));
            assertEquals(400, database.schema().table(T).orElseThrow().columns().size());
        }
    }

    @Test
    void aForeignKeyToATableThatIsLeftOutIsReadAsItIs() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                "CREATE TABLE t (a INTEGER, CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id))")) {
            Schema read = database.dialect
                    .inspector()
                    .inspect(database.connection, new InspectionScope(Set.of(), name -> !name.equals(P)))
                    .schema();
            assertEquals(Set.of(T), read.tables().keySet());
            Schema wanted = new SchemaBuilder()
                    .table(table(Column.of("a", INTEGER), Column.of("b", INTEGER))
                            .constraint(ForeignKey.of("fk", Identifier.listOf("a"), P, Identifier.listOf("id")))
                            .build())
                    .build();
            assertEquals(
                    List.of(AddColumn.of(T, Column.of("b", INTEGER))),
                    new Comparator(false)
                            .compare(read, database.dialect.canonical(wanted))
                            .operations());
        }
    }

    @Test
    void aTypeIsReadInTheWordsInWhichItWasWritten() throws SQLException {
        Table wanted = table(
                        Column.of("a", new DataType.Decimal(10, 5)),
                        Column.of("b", new DataType.Boolean()),
                        Column.of("c", new DataType.Varchar(30, TextAttributes.DEFAULT)))
                .build();
        try (TestDatabase database = TestDatabase.of()) {
            database.run(CreateTable.of(wanted));
            Schema schema = new SchemaBuilder().table(wanted).build();
            assertEquals(
                    List.of(),
                    new Comparator(false)
                            .compare(database.schema(), database.dialect.canonical(schema))
                            .operations());
        }
    }

    @Test
    void aNewColumnThatIsTheKeyHasTheValueOfItsDefault() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (b TEXT)", "INSERT INTO t VALUES ('x')")) {
            database.run(new AddColumn(
                    T,
                    Column.of("id", INTEGER).withNullable(false).withDefault(DefaultValue.of(41)),
                    ColumnPosition.LAST,
                    null,
                    true,
                    false));
            assertEquals("x|41", database.text("SELECT b, id FROM t"));
            assertEquals(
                    PrimaryKey.of("id"),
                    database.schema().table(T).orElseThrow().primaryKey());
        }
    }

    @Test
    void aTableOfWhichNoColumnStaysKeepsItsRows() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a INT)", "INSERT INTO t VALUES (1), (2)")) {
            database.run(
                    new AddColumn(
                            T,
                            Column.of("b", INTEGER).withNullable(false).withDefault(DefaultValue.sql("(2 + 3)")),
                            ColumnPosition.FIRST,
                            null,
                            false,
                            false),
                    DropColumn.of(T, id("a")));
            assertEquals("5 5", database.text("SELECT b FROM t"));
        }
    }

    @Test
    void anUnnamedUniqueConstraintIsKnownByItsColumns() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a INTEGER, b INTEGER, UNIQUE (a))")) {
            Schema wanted = new SchemaBuilder()
                    .table(table(Column.of("a", INTEGER), Column.of("b", INTEGER))
                            .constraint(UniqueConstraint.of(null, "b"))
                            .build())
                    .build();
            Comparator comparator = new Comparator(false);
            database.run(
                    comparator.compare(database.schema(), wanted).operations().toArray(Operation[]::new));
            assertEquals(
                    List.of(), comparator.compare(database.schema(), wanted).operations());
        }
    }
}
