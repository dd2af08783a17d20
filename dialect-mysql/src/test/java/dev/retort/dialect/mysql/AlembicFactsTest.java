// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.PlacedOperation;
import dev.retort.engine.autogenerate.Comparator;
import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.Row;
import dev.retort.operation.SetTableComment;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ConstraintKind;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.Literal;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TextAttributes;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Alembic's tests and users have found, as far as it concerns the DDL of MySQL and MariaDB. */
@ExtendWith(TestServersExtension.class)
class AlembicFactsTest {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final DataType INTEGER = new DataType.Integer();
    private static final String HOSTILE = "it's \"q\" `b` \\ \\' %s %% :x ::y ? ?1 $1 ${z} {0} -- /* */ ; größe 日本\n\t";

    private static Identifier name(String name) {
        return new Identifier(name);
    }

    private static DataType varchar(int length) {
        return new DataType.Varchar(length, TextAttributes.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void anAlteredColumnKeepsWhatIsNotSaid(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute(
                    "CREATE TABLE t (a varchar(10) CHARACTER SET latin1 NOT NULL DEFAULT 'it''s' COMMENT 'a ''c''',"
                            + " b int unsigned NOT NULL DEFAULT 7 COMMENT 'b', c timestamp(3) NOT NULL DEFAULT"
                            + " CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3), d enum('x','y') NOT NULL DEFAULT 'y')");
            live.run(AlterColumn.of(T, name("a"))
                    .withType(new DataType.Varchar(20, TextAttributes.collate("latin1_swedish_ci"))));
            live.run(AlterColumn.of(T, name("b")).withNullable(true));
            live.run(AlterColumn.of(T, name("c")).withNullable(true));
            live.run(AlterColumn.of(T, name("d")).withNullable(true));
            String shown = live.shown();
            assertTrue(shown.contains("NOT NULL DEFAULT 'it''s' COMMENT 'a ''c'''"), shown);
            assertTrue(shown.contains("unsigned DEFAULT"), shown);
            assertTrue(shown.contains("COMMENT 'b'"), shown);
            assertTrue(shown.toUpperCase(java.util.Locale.ROOT).contains("ON UPDATE CURRENT_TIMESTAMP(3)"), shown);
            assertTrue(shown.contains("enum('x','y') DEFAULT 'y'"), shown);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aNumberedColumnStaysNumberedWhenItIsRenamedOrMadeLarger(ServerKind kind, TestServers servers)
            throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (id int NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'nr')");
            live.run(AlterColumn.of(T, name("id")).withType(new DataType.BigInt()));
            live.run(new RenameColumn(T, name("id"), name("nr")));
            assertTrue(live.shown().contains("NOT NULL AUTO_INCREMENT COMMENT 'nr'"), live.shown());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aRenamedColumnKeepsItsAttributesIndexAndForeignKey(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute(
                    "CREATE TABLE p (id int PRIMARY KEY)",
                    "CREATE TABLE t (a int NOT NULL DEFAULT 5 COMMENT 'c', b timestamp NULL ON UPDATE CURRENT_TIMESTAMP,"
                            + " KEY ix (a, b), CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id))");
            live.run(new RenameColumn(T, name("a"), name("Select")), new RenameColumn(T, name("b"), name("x y")));
            assertTrue(live.shown().contains("`Select` int"), live.shown());
            assertTrue(live.shown().matches("(?s).*DEFAULT '?5'? COMMENT 'c'.*"), live.shown());
            assertTrue(live.shown().contains("KEY `ix` (`Select`,`x y`)"), live.shown());
            assertTrue(live.shown().contains("FOREIGN KEY (`Select`)"), live.shown());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void constraintsAreDroppedByTheirKindOrWithoutAKind(ServerKind kind, TestServers servers) throws Exception {
        for (boolean told : new boolean[] {true, false}) {
            try (Live live = new Live(servers, kind)) {
                live.execute(
                        "CREATE TABLE p (id int PRIMARY KEY)",
                        "CREATE TABLE t (id int PRIMARY KEY, a int, b int, CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id),"
                                + " UNIQUE KEY uq (b), CONSTRAINT ck CHECK (b > 0))");
                live.run(
                        drop("fk", told ? ConstraintKind.FOREIGN_KEY : null),
                        drop("uq", told ? ConstraintKind.UNIQUE : null),
                        drop("ck", told ? ConstraintKind.CHECK : null),
                        new DropConstraint(T, new ConstraintSelector.ThePrimaryKey(), false, false));
                assertEquals(0, live.table().constraints().count());
                assertFalse(live.shown().contains("KEY"), live.shown());
            }
        }
    }

    private static Operation drop(String name, @org.jspecify.annotations.Nullable ConstraintKind kind) {
        return new DropConstraint(T, new ConstraintSelector.Named(name(name), kind), false, false);
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void anIndexThatAForeignKeyNeedsIsReplacedWhenItIsDropped(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute(
                    "CREATE TABLE p (id int PRIMARY KEY)",
                    "CREATE TABLE t (a int, KEY ix (a), CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id))");
            live.run(DropIndex.of(T, name("ix")));
            assertEquals(1, live.table().foreignKeys().size());
            assertEquals(List.of(), live.table().indexes());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void theIndexOfAForeignKeyIsNoDifference(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute(
                    "CREATE TABLE p (id int PRIMARY KEY)",
                    "CREATE TABLE t (a int, b int, FOREIGN KEY (a) REFERENCES p (id),"
                            + " CONSTRAINT named FOREIGN KEY (b) REFERENCES p (id) ON DELETE RESTRICT)");
            assertEquals(List.of(), live.table().indexes());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aDroppedColumnTakesItsIndexAndLeavesTheOthers(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY ix_a (a), KEY ix_b (b),"
                    + " CONSTRAINT ck_b CHECK (b > 0))");
            live.run(DropColumn.of(T, name("a")));
            assertEquals(1, live.table().indexes().size());
            assertEquals(1, live.table().checks().size());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void serverDefaultsOfTimestampsComeAndGo(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,"
                    + " b datetime(6) NULL DEFAULT '2020-01-02 03:04:05.678901', c datetime NULL DEFAULT NULL)");
            live.run(AlterColumn.of(T, name("b")).withDefault(DefaultValue.sql("now(6)")));
            live.run(AlterColumn.of(T, name("c")).withDefault(DefaultValue.sql("CURRENT_TIMESTAMP")));
            live.run(AlterColumn.of(T, name("b")).withDefault(null));
            String shown = live.shown().toUpperCase(java.util.Locale.ROOT);
            assertTrue(shown.contains("`A` TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP"), shown);
            assertTrue(shown.contains("`B` DATETIME(6) DEFAULT NULL"), shown);
            assertTrue(shown.contains("`C` DATETIME DEFAULT CURRENT_TIMESTAMP"), shown);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void jsonStaysJson(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a json NOT NULL COMMENT 'c', b longtext)");
            live.run(AlterColumn.of(T, name("a")).withNullable(true));
            assertTrue(live.column("a").type() instanceof DataType.Json);
            assertFalse(live.column("b").type() instanceof DataType.Json);
            assertThrows(java.sql.SQLException.class, () -> live.execute("INSERT INTO t (a) VALUES ('{no json')"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void commentsOfTablesAndColumnsComeAndGo(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a int NOT NULL DEFAULT 3 COMMENT 'old') COMMENT 'old'");
            live.run(new SetTableComment(T, HOSTILE));
            assertEquals(HOSTILE, live.table().comment());
            live.run(new SetTableComment(T, null));
            assertEquals(null, live.table().comment());
            assertTrue(live.shown().matches("(?s).*DEFAULT '?3'? COMMENT 'old'.*"), live.shown());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aTypeThatStaysTheSameChangesNoValue(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a datetime(6))", "INSERT INTO t VALUES ('2024-02-29 10:00:00.123456')");
            live.run(AlterColumn.of(T, name("a")).withType(new DataType.Timestamp(6, false)));
            assertEquals("2024-02-29 10:00:00.123456", live.value("SELECT CAST(a AS char) FROM t"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void prefixLengthsAndFullTextAreOptionsOfAnIndex(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a text, b int, FULLTEXT KEY ft (a), KEY cut (a(10), b DESC))");
            Table before = live.table();
            live.run(DropIndex.of(T, name("ft")), DropIndex.of(T, name("cut")));
            for (Index index : before.indexes()) {
                live.run(new CreateIndex(T, index, false));
            }
            assertEquals(before, live.table());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void noActionAndRestrictAreTheSame(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute(
                    "CREATE TABLE p (id int PRIMARY KEY)",
                    "CREATE TABLE t (a int, CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id) ON DELETE RESTRICT)");
            Schema read = live.inspect().schema();
            live.execute("ALTER TABLE t DROP FOREIGN KEY fk");
            live.execute("ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id) ON DELETE NO ACTION");
            assertEquals(read, live.inspect().schema());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void theOrderOfAnIndexsColumnsCounts(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a int, b int, KEY ix (a, b))");
            Schema wanted = new SchemaBuilder()
                    .tables(List.of(new TableBuilder(T)
                            .columns(List.of(Column.of("a", INTEGER), Column.of("b", INTEGER)))
                            .index(Index.of("ix", "b", "a"))
                            .build()))
                    .build();
            live.run(difference(live, wanted).toArray(Operation[]::new));
            assertEquals(List.of(), difference(live, wanted));
        }
    }

    private static List<Operation> difference(Live live, Schema wanted) throws Exception {
        return new Comparator(false)
                .compare(live.inspect().schema(), live.dialect().canonical(wanted))
                .operations();
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void hostileTextsReachTheServerAsTheyAre(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.run(CreateTable.of(new TableBuilder(T)
                    .columns(List.of(
                            Column.of("a", varchar(200)).withDefault(DefaultValue.of(HOSTILE)),
                            Column.of("b", varchar(200)).withComment(HOSTILE),
                            Column.of("c", varchar(200))))
                    .comment(HOSTILE)
                    .build()));
            live.run(
                    new InsertRows(T, List.of(new Row(Map.of(name("c"), Literal.of(HOSTILE + "\0😀")))), false),
                    new AddCheck(T, CheckConstraint.of("ck", "c <> 'it''s \\\\ % :x ? \"q\"'")));
            assertEquals(HOSTILE, live.value("SELECT a FROM t"));
            assertEquals(HOSTILE + "\0😀", live.value("SELECT c FROM t"));
            assertEquals(HOSTILE, live.column("b").comment());
            assertEquals(HOSTILE, live.table().comment());
            assertEquals(
                    new DefaultValue.Constant(Literal.of(HOSTILE)),
                    live.column("a").defaultValue());
            assertThrows(
                    java.sql.SQLException.class,
                    () -> live.execute("INSERT INTO t (c) VALUES ('it''s \\\\ % :x ? \"q\"')"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void anAddedColumnIsNotNullAndFilledByItsDefault(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (id int)", "INSERT INTO t VALUES (1)");
            live.run(AddColumn.of(
                    T, Column.of("a", varchar(9)).withNullable(false).withDefault(DefaultValue.of("it's"))));
            assertEquals("it's", live.value("SELECT a FROM t"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aColumnOfAnUnknownTableIsNotAlteredByGuess(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            PlacedOperation placed = new PlacedOperation(
                    AlterColumn.of(T, name("a")).withNullable(true), SourceLocation.NONE, Schema.EMPTY, Schema.EMPTY);
            RetortException refused = assertThrows(
                    RetortException.class, () -> live.dialect().ddl().render(List.of(placed), Definitions.NONE));
            assertTrue(refused.getMessage().contains("is not known here"), refused.getMessage());
        }
    }
}
