// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.Statement;
import dev.retort.engine.replay.Replay;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.Literal;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns that a foreign key holds, and the names of foreign keys that have none. */
@ExtendWith(TestServersExtension.class)
class HeldColumnsTest {

    private static final QualifiedName T = QualifiedName.of("t");

    private static Identifier name(String name) {
        return new Identifier(name);
    }

    /** The server renames such a column neither alone, for the computed one, nor in a copy, for the foreign keys. */
    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aColumnOfForeignKeysIsRenamedWithWhatIsComputedFromIt(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute(
                    "CREATE TABLE t (a smallint NOT NULL PRIMARY KEY, g bigint GENERATED ALWAYS AS (a + 1) STORED,"
                            + " p smallint, CONSTRAINT own FOREIGN KEY (p) REFERENCES t (a))",
                    "CREATE TABLE r (a smallint, CONSTRAINT other FOREIGN KEY (a) REFERENCES t (a) ON DELETE CASCADE)",
                    "INSERT INTO t (a, p) VALUES (1, NULL), (2, 1)",
                    "INSERT INTO r VALUES (2)");
            live.run(new RenameColumn(T, name("a"), name("b")));
            assertTrue(live.shown().contains("CONSTRAINT `own` FOREIGN KEY (`p`) REFERENCES `t` (`b`)"), live.shown());
            String other = live.value("SELECT CONCAT(constraint_name, referenced_column_name)"
                    + " FROM information_schema.key_column_usage WHERE table_schema = DATABASE() AND table_name = 'r'");
            assertEquals("otherb", other);
            assertEquals("3", live.value("SELECT g FROM t JOIN r ON r.a = t.b"));
        }
    }

    @Test
    void aColumnOfAForeignKeyIsRenamedWithTheIndexedExpressionThatNamesIt(TestServers servers) throws Exception {
        try (Live live = new Live(servers, ServerKind.MYSQL)) {
            live.execute("CREATE TABLE t (a varchar(40) NOT NULL PRIMARY KEY, p varchar(40), KEY k (p, (lower(a))),"
                    + " CONSTRAINT own FOREIGN KEY (p) REFERENCES t (a))");
            live.run(new RenameColumn(T, name("a"), name("b")));
            assertTrue(live.shown().contains("lower(`b`)"), live.shown());
            assertTrue(live.shown().contains("REFERENCES `t` (`b`)"), live.shown());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void theIndexOfAForeignKeyIsReplacedWhileItsColumnIsRenamed(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute(
                    "CREATE TABLE p (id int PRIMARY KEY)",
                    "CREATE TABLE t (a int, b bigint NOT NULL DEFAULT 6, CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id))");
            live.run(
                    new RenameColumn(T, name("a"), name("c")),
                    new CreateIndex(T, Index.of("ix", "c"), false),
                    AlterColumn.of(T, name("b")).withNullable(true));
            assertTrue(live.shown().contains("KEY `ix` (`c`)"), live.shown());
            assertFalse(live.shown().contains("KEY `fk` ("), live.shown());
            assertTrue(live.shown().contains("CONSTRAINT `fk` FOREIGN KEY (`c`)"), live.shown());
        }
    }

    /** MariaDB looks for what a foreign key of the table itself refers to in the table as it was. */
    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aTableComesToReferToItsNewColumnWhileAHeldOneBecomesRequired(ServerKind kind, TestServers servers)
            throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (id int PRIMARY KEY, p int,"
                    + " CONSTRAINT fk FOREIGN KEY (p) REFERENCES t (id) ON DELETE CASCADE)");
            live.run(
                    AlterColumn.of(T, name("p"))
                            .withNullable(false)
                            .withDefault(new DefaultValue.Constant(Literal.of(7))),
                    AddColumn.of(T, Column.of("u", new DataType.Integer())),
                    new CreateIndex(T, Index.of("uq", "u").withUnique(true), false),
                    new AddForeignKey(T, ForeignKey.of("fk2", List.of(name("p")), T, List.of(name("u")))));
            assertTrue(live.shown().contains("CONSTRAINT `fk2` FOREIGN KEY (`p`) REFERENCES `t` (`u`)"), live.shown());
        }
    }

    /** Numbers follow the order of creation, which a script can only know from what it wrote before. */
    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aScriptDropsTheForeignKeyThatIsMeant(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            Column id = Column.of("id", new DataType.Integer()).withNullable(false);
            Column a = Column.of("a", new DataType.Integer());
            Column z = Column.of("z", new DataType.Integer());
            Table table = Table.of(T, List.of(id, a, z)).toBuilder()
                    .primaryKey(PrimaryKey.of("id"))
                    .constraint(ForeignKey.of(null, List.of(name("z")), T, List.of(name("id"))))
                    .build();
            Definitions told = script(live, Schema.EMPTY, Definitions.NONE, CreateTable.of(table));
            Schema made = live.inspect().schema();
            Operation later = new AddForeignKey(T, ForeignKey.of(null, List.of(name("a")), T, List.of(name("id"))));
            told = script(live, made, told, later);
            Schema both = Replay.after(made, List.of(later));
            script(
                    live,
                    both,
                    told,
                    new DropConstraint(T, new ConstraintSelector.ForeignKeyOn(List.of(name("z")), T), false, false));
            assertFalse(live.shown().contains("FOREIGN KEY (`z`)"), live.shown());
            assertTrue(live.shown().contains("CONSTRAINT `t_ibfk_2` FOREIGN KEY (`a`)"), live.shown());
        }
    }

    private static Definitions script(Live live, Schema before, Definitions told, Operation operation)
            throws Exception {
        List<PlacedOperation> placed = List.of(
                new PlacedOperation(operation, SourceLocation.NONE, before, Replay.after(before, List.of(operation))));
        List<String> statements = new ArrayList<>();
        for (Statement statement : live.dialect().ddl().render(placed, told)) {
            if (statement instanceof Statement.Sql sql) {
                statements.add(sql.sql());
            }
        }
        live.execute(statements.toArray(String[]::new));
        return live.dialect().ddl().told(placed, told);
    }

    /** MariaDB has a question mark for other characters too, so the server is asked for the value. */
    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void theDefaultOfAnIndexedColumnIsRead(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers, kind)) {
            live.execute("CREATE TABLE t (a varchar(9) NOT NULL DEFAULT '?', b varchar(9) NOT NULL DEFAULT '😀' UNIQUE,"
                    + " KEY ix (a))");
            assertEquals(
                    new DefaultValue.Constant(Literal.of("?")), live.column("a").defaultValue());
            assertEquals(
                    new DefaultValue.Constant(Literal.of("😀")),
                    live.column("b").defaultValue());
        }
    }
}
