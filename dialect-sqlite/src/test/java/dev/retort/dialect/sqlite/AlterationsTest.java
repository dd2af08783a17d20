// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddPrimaryKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnPosition;
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameTable;
import dev.retort.operation.ReplaceView;
import dev.retort.operation.Row;
import dev.retort.operation.SetTableComment;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TextAttributes;
import dev.retort.schema.UniqueConstraint;
import dev.retort.schema.View;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alterations of tables, native and by rebuild. */
class AlterationsTest {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final QualifiedName U = QualifiedName.of("u");
    private static final DataType TEXT = new DataType.Text(TextAttributes.DEFAULT);

    private static Identifier id(String name) {
        return new Identifier(name);
    }

    private static AlterColumn alter(String column) {
        return AlterColumn.of(T, id(column));
    }

    private static Operation drop(String column) {
        return DropColumn.of(T, id(column));
    }

    private static Operation rename(String column, String to) {
        return new RenameColumn(T, id(column), id(to));
    }

    private static Operation add(Column column, ColumnPosition position) {
        return new AddColumn(T, column, position, null, false, false);
    }

    private static long rebuilds(List<String> sql) {
        return sql.stream()
                .filter(text -> text.startsWith("CREATE TABLE \"_retort_new_"))
                .count();
    }

    @Test
    void whatSqliteCanAlterIsAlteredNatively() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a INT, b TEXT, c TEXT)")) {
            assertEquals(
                    List.of(
                            "ALTER TABLE \"t\" RENAME COLUMN \"b\" TO \"bb\"",
                            "ALTER TABLE \"t\" DROP COLUMN \"c\"",
                            "ALTER TABLE \"t\" ADD COLUMN \"d\" VARCHAR(5) NOT NULL DEFAULT 'x'",
                            "CREATE INDEX \"i\" ON \"t\" (\"d\")"),
                    database.sql(
                            rename("b", "bb"),
                            drop("c"),
                            add(
                                    Column.of("d", new DataType.Varchar(5, TextAttributes.DEFAULT))
                                            .withNullable(false)
                                            .withDefault(DefaultValue.of("x")),
                                    ColumnPosition.LAST),
                            new CreateIndex(T, Index.of("i", "d"), false)));
        }
    }

    @Test
    void newerLibrariesChangeNullabilityAndChecksInPlace() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a INT)")) {
            Operation[] operations = {
                alter("a").withNullable(false), new AddCheck(T, CheckConstraint.of("positive", "a > 0"))
            };
            assertEquals(
                    List.of(
                            "ALTER TABLE \"t\" ALTER COLUMN \"a\" SET NOT NULL",
                            "ALTER TABLE \"t\" ADD CONSTRAINT \"positive\" CHECK (a > 0)"),
                    database.sql(operations));
            database.run(operations);
            assertThrows(SQLException.class, () -> database.execute("INSERT INTO t VALUES (0)"));
        }
    }

    @Test
    void consecutiveOperationsOnOneTableCostOneRebuild() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (a INT, b TEXT)", "CREATE TABLE u (x INT)", "INSERT INTO t VALUES (1, 'x')")) {
            Operation[] operations = {
                alter("a").withType(TEXT),
                new SetTableComment(T, "words"),
                new CreateIndex(T, Index.of("i", "a"), false),
                AddColumn.of(U, Column.of("y", TEXT)),
                alter("b").withDefault(DefaultValue.of("z")),
                new AddUnique(T, UniqueConstraint.of("uq", "a", "b"))
            };
            assertEquals(1, rebuilds(database.sql(operations)));
            database.run(operations);
            assertEquals("1|x|text", database.text("SELECT a, b, typeof(a) FROM t"));
            assertTrue(database.schema().table(U).orElseThrow().column(id("y")).isPresent());
        }
    }

    @Test
    void rowsWrittenInBetweenEndTheGroup() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a INT)")) {
            Operation[] operations = {
                alter("a").withDefault(DefaultValue.of(1)),
                new InsertRows(T, List.of(Row.of("a", 5)), true),
                alter("a").withDefault(DefaultValue.of(2))
            };
            assertEquals(2, rebuilds(database.sql(operations)));
            database.run(operations);
            assertEquals("5", database.text("SELECT a FROM t"));
        }
    }

    @Test
    void aTableThatIsReferredToEndsTheGroup() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a INT)", "CREATE TABLE u (x INT)")) {
            Operation[] operations = {
                alter("a").withDefault(DefaultValue.of(1)),
                new AddUnique(U, UniqueConstraint.of(null, "x")),
                new AddForeignKey(T, ForeignKey.of("fk", List.of(id("a")), U, List.of(id("x"))))
            };
            database.run(operations);
            assertEquals(
                    1, database.schema().table(T).orElseThrow().foreignKeys().size());
        }
    }

    @Test
    void droppingTheKeyColumnDropsTheKeyAndAddingItBackRestoresIt() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT)", "INSERT INTO t VALUES (5, 'x'), (7, 'y')")) {
            database.run(drop("id"));
            assertEquals(null, database.schema().table(T).orElseThrow().primaryKey());
            assertEquals("5|x 7|y", database.text("SELECT rowid, b FROM t"));
            database.run(new AddColumn(
                    T,
                    Column.of("id", new DataType.Integer()).withNullable(false),
                    ColumnPosition.FIRST,
                    null,
                    true,
                    false));
            assertEquals(
                    PrimaryKey.of("id"),
                    database.schema().table(T).orElseThrow().primaryKey());
            assertEquals("1|x 2|y", database.text("SELECT * FROM t"));
        }
    }

    @Test
    void aColumnCanStandRelativeToAnotherNewOne() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a INT, b INT)", "INSERT INTO t VALUES (1, 2)")) {
            database.run(
                    add(Column.of("x", TEXT), new ColumnPosition.After(id("a"))),
                    add(Column.of("y", TEXT), new ColumnPosition.Before(id("x"))),
                    add(Column.of("z", TEXT), ColumnPosition.FIRST),
                    alter("b").withPosition(ColumnPosition.FIRST));
            assertEquals("b z a y x", database.text("SELECT name FROM pragma_table_info('t')"));
            assertEquals("2|null|1|null|null", database.text("SELECT * FROM t"));
        }
    }

    @Test
    void anExpressionDefaultMeansARebuildAndIsEvaluatedForOldRows() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a INT)", "INSERT INTO t VALUES (1)")) {
            database.run(
                    add(
                            Column.of("b", TEXT).withNullable(false).withDefault(DefaultValue.sql("upper('x') || 1")),
                            ColumnPosition.LAST),
                    add(Column.of("c", TEXT).withDefault(DefaultValue.sql("CURRENT_TIMESTAMP")), ColumnPosition.LAST));
            assertEquals("X1|19", database.text("SELECT b, length(c) FROM t"));
        }
    }

    @Test
    void aChangeToTheSameStorageDoesNotTouchValues() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (a TIMESTAMP, b TEXT)", "INSERT INTO t VALUES ('2020-01-01 10:00:00', 'x')")) {
            assertEquals(List.of(), database.sql(alter("a").withType(new DataType.Timestamp(null, false))));
            database.run(alter("a").withType(new DataType.Date()), alter("b").withType(new DataType.Integer()));
            assertEquals("2020-01-01 10:00:00|text|x|text", database.text("SELECT a, typeof(a), b, typeof(b) FROM t"));
        }
    }

    @Test
    void typeChangesConvertWhatCanBeConverted() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (a TEXT, b INT, c BLOB, d TEXT)", "INSERT INTO t VALUES ('12', 5, X'4142', 'xy')")) {
            database.run(
                    alter("a").withType(new DataType.Integer()),
                    alter("b").withType(TEXT),
                    alter("c").withType(TEXT),
                    alter("d").withType(new DataType.Blob()));
            assertEquals(
                    "integer|text|text|blob|AB",
                    database.text("SELECT typeof(a), typeof(b), typeof(c), typeof(d), c FROM t"));
        }
    }

    @Test
    void usingSaysHowValuesAreConverted() throws SQLException {
        try (TestDatabase database =
                TestDatabase.of("CREATE TABLE t (a TEXT)", "INSERT INTO t VALUES ('yes'), ('no')")) {
            database.run(alter("a").withType(new DataType.Boolean()).withUsing(SqlText.verbatim("a = 'yes'")));
            assertEquals("1 0", database.text("SELECT a FROM t"));
        }
    }

    @Test
    void renamedColumnsKeepTheirValuesWhateverElseHappens() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (a INT, b INT, c INT)",
                "CREATE INDEX i ON t (b) WHERE b > 0",
                "CREATE TABLE log (n INT)",
                "CREATE TRIGGER tr AFTER UPDATE OF b ON t WHEN new.b > old.b BEGIN INSERT INTO log SELECT b FROM t; END",
                "CREATE TABLE child (x INT REFERENCES t (b))",
                "CREATE VIEW v AS SELECT b FROM t",
                "CREATE UNIQUE INDEX key ON t (b)",
                "INSERT INTO t VALUES (1, 2, 3)")) {
            database.run(
                    rename("b", "n"),
                    alter("n").withType(TEXT),
                    drop("a"),
                    add(Column.of("b", TEXT), ColumnPosition.LAST),
                    rename("c", "a"));
            assertEquals("2|3|null", database.text("SELECT * FROM t"));
            assertEquals("n a b", database.text("SELECT name FROM pragma_table_info('t')"));
            database.execute("UPDATE t SET n = '5'");
            assertEquals("5", database.text("SELECT n FROM log"));
            assertEquals("5", database.text("SELECT * FROM v"));
            assertEquals("n", database.text("SELECT \"to\" FROM pragma_foreign_key_list('child')"));
            assertTrue(database.definition("i").contains("WHERE"), database.definition("i"));
        }
    }

    @Test
    void columnsCanSwapTheirNames() throws SQLException {
        try (TestDatabase database =
                TestDatabase.of("CREATE TABLE t (a INT, b TEXT)", "INSERT INTO t VALUES (1, 'x')")) {
            database.run(
                    alter("a").withDefault(DefaultValue.of(3)), rename("a", "c"), rename("b", "a"), rename("c", "b"));
            assertEquals("1|x", database.text("SELECT b, a FROM t"));
        }
    }

    @Test
    void aCheckThatRowsViolateChangesNothing() throws SQLException {
        for (String table :
                List.of("CREATE TABLE t (a INT)", "CREATE TABLE t (a INT, PRIMARY KEY (a) ON CONFLICT REPLACE)")) {
            try (TestDatabase database = TestDatabase.of(table, "INSERT INTO t VALUES (1), (-1)")) {
                Operation[] operations = {
                    alter("a").withDefault(DefaultValue.of(3)), new AddCheck(T, CheckConstraint.of(null, "a > 0"))
                };
                assertThrows(SQLException.class, () -> database.run(operations));
                assertEquals(table, database.definition("t"));
                assertEquals("2", database.text("SELECT count(*) FROM t"));
            }
        }
    }

    @Test
    void rowsAreNotLostToAConflictClause() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a INT)", "INSERT INTO t VALUES (1), (1)")) {
            UniqueConstraint unique = new UniqueConstraint(
                    null,
                    List.of(id("a")),
                    Deferrability.NOT_DEFERRABLE,
                    Options.of("sqlite", "on_conflict", "ignore"));
            assertThrows(SQLException.class, () -> database.run(new AddUnique(T, unique)));
            assertEquals("2", database.text("SELECT count(*) FROM t"));
        }
    }

    @Test
    void aForeignKeyThatRowsViolateIsRefusedButOldViolationsAreNot() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                "CREATE TABLE t (a INT, old INT REFERENCES p)",
                "INSERT INTO t VALUES (NULL, 99)")) {
            database.run(alter("a").withDefault(DefaultValue.of(3)));
            database.execute("UPDATE t SET a = 77");
            ForeignKey key = ForeignKey.of(null, List.of(id("a")), QualifiedName.of("p"), List.of());
            database.execute("INSERT INTO t VALUES (78, NULL)");
            assertThrows(IllegalStateException.class, () -> database.run(new AddForeignKey(T, key)));
            assertEquals(
                    1, database.schema().table(T).orElseThrow().foreignKeys().size());
            database.run(new AddForeignKey(T, key.withName(id("later")).withValidated(false)));
            assertThrows(IllegalStateException.class, () -> database.run(new ValidateConstraint(T, id("later"))));
        }
    }

    @Test
    void constraintsAreDroppedByNameOrByWhatTheySay() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (a INT CHECK (a > 0), b INT UNIQUE, c INT REFERENCES u, d INT, CONSTRAINT k UNIQUE (d),"
                        + " PRIMARY KEY (a, b))",
                "CREATE TABLE u (x INTEGER PRIMARY KEY)")) {
            database.run(
                    new DropConstraint(T, new ConstraintSelector.CheckOf(SqlText.verbatim("a > 0")), false, false),
                    new DropConstraint(T, new ConstraintSelector.UniqueOn(List.of(id("b"))), false, false),
                    new DropConstraint(T, new ConstraintSelector.ForeignKeyOn(List.of(id("c")), U), false, false),
                    new DropConstraint(T, ConstraintSelector.named("k"), false, false),
                    new DropConstraint(T, new ConstraintSelector.ThePrimaryKey(), false, false));
            assertEquals(
                    0, database.schema().table(T).orElseThrow().constraints().count());
        }
    }

    @Test
    void constraintsAreRenamedInPlace() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (a INT CONSTRAINT old CHECK (a > 0), -- first\n b INT, CONSTRAINT uq UNIQUE (b))")) {
            database.run(new RenameConstraint(T, id("old"), id("new")), new RenameConstraint(T, id("uq"), id("uq2")));
            assertEquals(
                    "CREATE TABLE \"t\" (a INT CONSTRAINT \"new\" CHECK (a > 0), -- first\n b INT,"
                            + " CONSTRAINT \"uq2\" UNIQUE (b))",
                    database.definition("t"));
        }
    }

    @Test
    void commentsAndSpellingOfWhatIsNotTouchedAreKept() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (\n  [id] integer primary key, -- the key\n"
                + "  /* free */ name Text collate nocase,\n  n int default 1 -- a number\n) strict")) {
            database.run(alter("n").withDefault(DefaultValue.of(2)));
            assertEquals(
                    "CREATE TABLE \"t\" (\n  [id] integer primary key, -- the key\n"
                            + "  /* free */ name Text collate nocase,\n  n int DEFAULT 2 -- a number\n) strict",
                    database.definition("t"));
        }
    }

    @Test
    void optionsAndConflictClausesAreKept() throws SQLException {
        String table =
                "CREATE TABLE t (id TEXT PRIMARY KEY ON CONFLICT REPLACE, n INT CONSTRAINT nn NOT NULL ON CONFLICT"
                        + " FAIL, c TEXT UNIQUE ON CONFLICT IGNORE) WITHOUT ROWID, STRICT";
        try (TestDatabase database = TestDatabase.of(table)) {
            Table before = database.schema().table(T).orElseThrow();
            database.run(alter("c").withDefault(DefaultValue.of("x")));
            Table after = database.schema().table(T).orElseThrow();
            assertEquals(before, after.toBuilder().columns(before.columns()).build());
            assertTrue(database.definition("t").contains("CONSTRAINT nn NOT NULL ON CONFLICT FAIL"));
        }
    }

    @Test
    void rowidsAreKept() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (rowid TEXT, a INT)",
                "INSERT INTO t (_rowid_, rowid, a) VALUES (10, 'x', 1), (20, 'y', 2)")) {
            database.run(alter("a").withType(TEXT));
            assertEquals("10|x 20|y", database.text("SELECT _rowid_, rowid FROM t"));
        }
    }

    @Test
    void identityIsGivenAndTakenAway() throws SQLException {
        try (TestDatabase database =
                TestDatabase.of("CREATE TABLE t (id INTEGER PRIMARY KEY, a INT)", "INSERT INTO t VALUES (9, 1)")) {
            database.run(alter("id").withIdentity(Identity.DEFAULT));
            assertEquals(
                    Identity.DEFAULT,
                    database.schema().table(T).orElseThrow().columns().get(0).identity());
            database.run(alter("id").withIdentity(null));
            assertEquals(
                    null,
                    database.schema().table(T).orElseThrow().columns().get(0).identity());
            assertEquals("9|1", database.text("SELECT * FROM t"));
        }
    }

    @Test
    void aKeyCanBeAdded() throws SQLException {
        try (TestDatabase database =
                TestDatabase.of("CREATE TABLE t (id INTEGER, a INT)", "INSERT INTO t VALUES (9, 1)")) {
            database.run(new AddPrimaryKey(T, PrimaryKey.of("id")));
            database.execute("INSERT INTO t (a) VALUES (2)");
            assertEquals("9|1 10|2", database.text("SELECT * FROM t"));
        }
    }

    @Test
    void columnsThatAViewNeedsCannotBeDropped() throws SQLException {
        for (String table : List.of("CREATE TABLE t (a INT, b INT)", "CREATE TABLE t (a INT, b INT UNIQUE)")) {
            try (TestDatabase database = TestDatabase.of(table, "CREATE VIEW v AS SELECT b FROM t")) {
                assertThrows(SQLException.class, () -> database.run(drop("b")));
                assertEquals("", database.text("SELECT * FROM v"));
            }
        }
    }

    @Test
    void aColumnNamedWithItsTableInACheckCanBeRebuilt() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (a INT CHECK (t.a > 0 AND \"t\" . \"a\" < 9), p INT REFERENCES t (a), UNIQUE (a))")) {
            database.run(alter("a").withDefault(DefaultValue.of(3)));
            assertEquals("t", database.text("SELECT \"table\" FROM pragma_foreign_key_list('t')"));
            assertThrows(SQLException.class, () -> database.execute("INSERT INTO t VALUES (9, NULL)"));
        }
    }

    @Test
    void aRenamedTableTakesItsTextsAlong() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (a INT /* words */)",
                "CREATE TABLE child (x INT REFERENCES t (a))",
                "CREATE VIEW v AS SELECT a FROM t",
                "CREATE TABLE log (n INT)",
                "CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log SELECT a FROM t; END",
                "CREATE TRIGGER other AFTER INSERT ON log BEGIN UPDATE t SET a = a + 1; END")) {
            database.run(
                    new RenameTable(T, id("u")),
                    AlterColumn.of(U, id("a")).withDefault(DefaultValue.of(4)),
                    AlterColumn.of(QualifiedName.of("log"), id("n")).withDefault(DefaultValue.of(4)));
            assertTrue(database.definition("u").contains("/* words */"));
            database.execute("INSERT INTO u DEFAULT VALUES");
            assertEquals("4", database.text("SELECT n FROM log"));
            assertEquals("5", database.text("SELECT a FROM v"));
        }
    }

    @Test
    void anIndexIsRenamedByMakingItAnew() throws SQLException {
        try (TestDatabase database =
                TestDatabase.of("CREATE TABLE t (a INT)", "CREATE INDEX i ON t (a DESC) WHERE a > 1")) {
            database.run(new RenameIndex(null, QualifiedName.of("i"), id("j")));
            assertEquals("CREATE INDEX \"j\" ON \"t\" (\"a\" DESC) WHERE a > 1", database.definition("j"));
            database.run(new DropIndex(null, QualifiedName.of("j"), false, false, Options.NONE));
            assertEquals("", database.definition("j"));
        }
    }

    @Test
    void aReplacedViewKeepsItsTriggers() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (a INT)",
                "CREATE VIEW v AS SELECT a FROM t",
                "CREATE TRIGGER tr INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.a); END")) {
            database.run(new ReplaceView(View.of("v", "SELECT a, 1 AS b FROM t")));
            database.execute("INSERT INTO v VALUES (3, 4)");
            assertEquals("3|1", database.text("SELECT * FROM v"));
        }
    }

    @Test
    void droppingATableKeepsTheRowsThatReferToIt() throws SQLException {
        try (TestDatabase database = TestDatabase.of(
                "PRAGMA foreign_keys = ON",
                "CREATE TABLE t (id INTEGER PRIMARY KEY)",
                "CREATE TABLE u (x INT REFERENCES t ON DELETE CASCADE)",
                "INSERT INTO t VALUES (1)",
                "INSERT INTO u VALUES (1)")) {
            database.run(DropTable.of(T));
            assertEquals("1", database.text("SELECT count(*) FROM u"));
        }
    }

    @Test
    void aTableIsMadeAndAlteredInOneRevision() throws SQLException {
        try (TestDatabase database = TestDatabase.of()) {
            database.run(
                    CreateTable.of(Table.of(T, List.of(Column.of("a", new DataType.Integer())))),
                    alter("a").withType(TEXT).withNullable(false),
                    rename("a", "b"),
                    new AddUnique(T, UniqueConstraint.of("uq", "b")));
            Table table = database.schema().table(T).orElseThrow();
            assertEquals(List.of(UniqueConstraint.of("uq", "b")), table.uniques());
            assertFalse(table.columns().get(0).nullable());
        }
    }
}
