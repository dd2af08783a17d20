// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.PlacedOperation;
import dev.retort.engine.autogenerate.Comparator;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Batch;
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TextAttributes;
import dev.retort.schema.UniqueConstraint;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Alembic's tests and users have found about tables, indexes and statements of MySQL and MariaDB. */
@ExtendWith(TestServersExtension.class)
class AlembicFactsOfTablesTest {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final QualifiedName P = QualifiedName.of("p");
    private static final DataType INTEGER = new DataType.Integer();

    private static Identifier name(String name) {
        return new Identifier(name);
    }

    private static TableBuilder table(Column... columns) {
        return new TableBuilder(T).columns(List.of(columns));
    }

    private static List<Operation> difference(Live live, Table... wanted) throws SQLException {
        Schema schema = new SchemaBuilder().tables(List.of(wanted)).build();
        return new Comparator(false)
                .compare(live.inspect().schema(), live.dialect().canonical(schema))
                .operations();
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void engineCharacterSetCollationAndRowFormatAreOptionsOfATable(ServerKind kind, TestServers servers)
            throws Exception {
        try (Live live = new Live(servers, kind)) {
            String id = live.dialect().id();
            Options options = Options.of(id, "engine", "MyISAM")
                    .with(id, "charset", "latin1")
                    .with(id, "collation", "latin1_general_cs")
                    .with(id, "row_format", "fixed");
            live.run(CreateTable.of(
                    table(Column.of("a", INTEGER)).options(options).build()));
            String shown = live.shown();
            assertTrue(shown.contains("ENGINE=MyISAM"), shown);
            assertTrue(shown.contains("CHARSET=latin1 COLLATE=latin1_general_cs ROW_FORMAT=FIXED"), shown);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aTableMayBePartitioned(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.run(CreateTable.of(table(Column.of("a", INTEGER))
                    .options(Options.of(live.dialect().id(), "partition_by", "HASH (`a`) PARTITIONS 3"))
                    .build()));
            assertTrue(live.shown().contains("PARTITIONS 3"), live.shown());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aTemporaryTableHasThePrefixThatSaysSo(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            Operation create = new CreateTable(table(Column.of("a", INTEGER)).build(), false, List.of("TEMPORARY"));
            for (String sql : live.sql(create)) {
                live.execute(sql);
            }
            live.execute("INSERT INTO t VALUES (5)");
            assertEquals("5", live.value("SELECT a FROM t"));
            assertEquals(Schema.EMPTY.tables(), live.inspect().schema().tables());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aTableIsRenamedInsideItsOwnDatabase(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a int, KEY ix (a), CHECK (a > 0))");
            live.run(new RenameTable(T, name("u")), new RenameTable(QualifiedName.of("u"), name("t")));
            assertTrue(live.shown().contains("KEY `ix` (`a`)"), live.shown());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aTableOfManyColumnsIsMadeAndReadBack(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                columns.add(Column.of("c" + i, INTEGER));
            }
            live.run(CreateTable.of(new TableBuilder(T).columns(columns).build()));
            assertEquals(400, live.table().columns().size());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void allChangesOfAColumnAreOneStatement(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a int NOT NULL DEFAULT 3 COMMENT 'c')");
            Operation change = AlterColumn.of(T, name("a"))
                    .withType(new DataType.BigInt())
                    .withNullable(true)
                    .withDefault(DefaultValue.of(7))
                    .withComment("d")
                    .withRename(name("b"));
            assertEquals(1, live.sql(change).size());
            live.run(change);
            assertTrue(live.shown().matches("(?s).*`b` bigint.* DEFAULT '?7'? COMMENT 'd'.*"), live.shown());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aMomentWhoseDefaultIsAFunctionIsRenamedAndAltered(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a datetime NOT NULL DEFAULT CURRENT_TIMESTAMP, b int)");
            live.run(new RenameColumn(T, name("a"), name("c")));
            live.run(AlterColumn.of(T, name("c")).withDefault(DefaultValue.sql("(now() + interval 1 day)")));
            live.run(AlterColumn.of(T, name("c")).withNullable(true));
            live.execute("INSERT INTO t (b) VALUES (1)");
            assertEquals("1", live.value("SELECT c > now() + interval 1 hour FROM t"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void indexesAreMadeAndDroppedWithTheAlgorithmAndLockThatAreSaid(ServerKind kind, TestServers servers)
            throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a int, b int)");
            String id = live.dialect().id();
            Options options = Options.of(id, "algorithm", "inplace").with(id, "lock", "none");
            Operation create = new CreateIndex(T, Index.of("ix", "a").withOptions(options), false);
            assertTrue(live.sql(create).get(0).endsWith(", ALGORITHM=INPLACE, LOCK=NONE"), () -> "" + create);
            live.run(create);
            Operation drop = new DropIndex(T, QualifiedName.of("ix"), false, false, options);
            assertTrue(live.sql(drop).get(0).endsWith(", ALGORITHM=INPLACE, LOCK=NONE"), () -> "" + drop);
            live.run(drop);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void anAlgorithmThatAChangeCannotHaveIsRefusedByTheServer(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a int, b int)");
            String id = live.dialect().id();
            Operation change = AlterColumn.of(T, name("a"))
                    .withType(new DataType.Varchar(20, TextAttributes.DEFAULT))
                    .withOptions(Options.of(id, "algorithm", "inplace").with(id, "lock", "none"));
            SQLException refused = assertThrows(SQLException.class, () -> live.run(change));
            assertTrue(refused.getMessage().contains("ALGORITHM=INPLACE"), refused.getMessage());
            live.run(AlterColumn.of(T, name("a"))
                    .withType(new DataType.Varchar(20, TextAttributes.DEFAULT))
                    .withOptions(Options.of(id, "algorithm", "copy").with(id, "lock", "shared")));
            live.run(new DropColumn(T, name("b"), false, false, Options.of(id, "algorithm", "inplace")));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aBatchMayHaveAnAlgorithmAndALock(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a int)");
            String id = live.dialect().id();
            Operation batch = new Batch(
                    T,
                    List.of(AddColumn.of(T, Column.of("b", INTEGER)), new CreateIndex(T, Index.of("ix", "b"), false)),
                    Batch.Recreate.AUTO,
                    Options.of(id, "algorithm", "inplace").with(id, "lock", "none"));
            assertEquals(1, live.sql(batch).size());
            assertTrue(live.sql(batch).get(0).endsWith(", ALGORITHM=INPLACE, LOCK=NONE"), () -> "" + batch);
            live.run(batch);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void anIndexHasAPrefixAKindAndAMethodOfItsOwn(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            String id = live.dialect().id();
            live.execute("CREATE TABLE t (a text, b int, c geometry NOT NULL)");
            IndexPart cut =
                    new IndexPart(new IndexKey.OfColumn(name("a")), false, null, null, Options.of(id, "length", 7L));
            live.run(
                    new CreateIndex(T, Index.of("cut", "b").withParts(List.of(cut, IndexPart.column("b"))), false),
                    new CreateIndex(T, Index.of("words", "a").withOptions(Options.of(id, "type", "fulltext")), false),
                    new CreateIndex(T, Index.of("places", "c").withOptions(Options.of(id, "type", "spatial")), false),
                    new CreateIndex(T, Index.of("tree", "b").withOptions(Options.of(id, "using", "btree")), false));
            String shown = live.shown();
            assertTrue(shown.contains("KEY `cut` (`a`(7),`b`)"), shown);
            assertTrue(shown.contains("FULLTEXT KEY `words`"), shown);
            assertTrue(shown.contains("SPATIAL KEY `places`"), shown);
            assertTrue(shown.contains("KEY `tree` (`b`) USING BTREE"), shown);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MYSQL")
    void aFullTextIndexHasAParser(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a text)");
            Options options = Options.of("mysql", "type", "fulltext").with("mysql", "parser", "ngram");
            live.run(new CreateIndex(T, Index.of("words", "a").withOptions(options), false));
            assertTrue(live.shown().contains("WITH PARSER `ngram`"), live.shown());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void whatIsMissingIsNotDroppedWhereItMayBeMissing(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a int, b int, CONSTRAINT ck CHECK (a > 0))");
            live.run(
                    new DropConstraint(T, ConstraintSelector.named("nothing"), true, false),
                    new DropColumn(T, name("nothing"), true, false, Options.NONE),
                    new DropIndex(T, QualifiedName.of("nothing"), true, false, Options.NONE),
                    new DropConstraint(T, ConstraintSelector.named("ck"), true, false),
                    new DropColumn(T, name("b"), true, false, Options.NONE));
            assertEquals(1, live.table().columns().size());
            assertEquals(0, live.table().constraints().count());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void typesInWordsOfTheServerAreNoDifference(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a numeric(10), b bool, c integer, d double precision, e dec(8,2), f json)");
            assertEquals(
                    List.of(),
                    difference(
                            live,
                            table(
                                            Column.of("a", new DataType.Decimal(10, 0)),
                                            Column.of("b", new DataType.Boolean()),
                                            Column.of("c", INTEGER),
                                            Column.of("d", new DataType.Double()),
                                            Column.of("e", new DataType.Decimal(8, 2)),
                                            Column.of("f", new DataType.Json(false)))
                                    .build()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aForeignKeyToATableThatIsLeftOutIsReadAsItIs(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute(
                    "CREATE TABLE p (id int PRIMARY KEY)",
                    "CREATE TABLE t (a int, CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id))");
            Schema read = live.inspect(new InspectionScope(Set.of(), name -> !name.equals(P)));
            assertEquals(Set.of(T), read.tables().keySet());
            assertEquals(P, read.tables().get(T).foreignKeys().get(0).referredTable());
            Schema wanted = new SchemaBuilder()
                    .table(table(Column.of("a", INTEGER), Column.of("b", INTEGER))
                            .constraint(ForeignKey.of("fk", Identifier.listOf("a"), P, Identifier.listOf("id")))
                            .build())
                    .build();
            List<Operation> found = new Comparator(false)
                    .compare(read, live.dialect().canonical(wanted))
                    .operations();
            assertEquals(List.of(AddColumn.of(T, Column.of("b", INTEGER))), found);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aPrimaryKeyLeavesItsColumnsAsNotNull(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            Table wanted = table(Column.of("a", INTEGER))
                    .primaryKey(PrimaryKey.of("a"))
                    .build();
            live.run(CreateTable.of(wanted));
            assertEquals(List.of(), difference(live, wanted));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void anUnnamedUniqueConstraintIsKnownByItsColumns(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a int, b int, UNIQUE (a))");
            Table wanted = table(Column.of("a", INTEGER), Column.of("b", INTEGER))
                    .constraint(UniqueConstraint.of(null, "b"))
                    .build();
            live.run(difference(live, wanted).toArray(Operation[]::new));
            assertEquals(List.of(), difference(live, wanted));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void anOptionThatDoesNotExistIsTold(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            Table table = table(Column.of("a", INTEGER))
                    .options(Options.of(live.dialect().id(), "engin", "innodb"))
                    .build();
            Schema after = new SchemaBuilder().table(table).build();
            List<Finding> findings = live.dialect()
                    .ddl()
                    .check(new PlacedOperation(CreateTable.of(table), SourceLocation.NONE, Schema.EMPTY, after));
            assertEquals(ErrorCode.BAD_OPTION, findings.get(0).code());
            assertTrue(findings.toString().contains("engine"), findings.toString());
        }
    }
}
