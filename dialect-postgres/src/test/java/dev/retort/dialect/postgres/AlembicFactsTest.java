// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.engine.autogenerate.Comparator;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnPosition;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropTable;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.operation.Row;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Deferrability;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Literal;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TextAttributes;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Alembic's tests and users have found, as far as it concerns PostgreSQL's DDL. */
class AlembicFactsTest extends OnServer {

    private static Schema schema(Table... tables) {
        return new SchemaBuilder().tables(List.of(tables)).build();
    }

    private List<Operation> difference(Schema wanted) throws Exception {
        return new Comparator(false)
                .compare(live.inspect(), live.dialect().canonical(wanted))
                .operations();
    }

    private void converges(Schema from, Schema to) throws Exception {
        live.create(from).adopt();
        live.run(difference(to).toArray(Operation[]::new));
        assertEquals(List.of(), difference(to));
    }

    private static Column key(String name) {
        return Column.of(name, INTEGER).withNullable(false);
    }

    @Test
    void aRenamedColumnKeepsItsCheckIndexAndForeignKey() throws Exception {
        live.run(CreateTable.of(table(key("id"), Column.of("a", INTEGER))
                .primaryKey(PrimaryKey.of("id"))
                .constraint(CheckConstraint.of("ck", "a > 0 AND a <> 5"))
                .constraint(ForeignKey.of("fk", Identifier.listOf("a"), T, Identifier.listOf("id")))
                .index(Index.of("ix", "a").withWhere(SqlText.verbatim("a IS NOT NULL")))
                .build()));
        live.run(new RenameColumn(T, name("a"), name("Select")));
        live.recreates();
    }

    @Test
    void aDroppedColumnTakesItsConstraintsAndLeavesTheOthers() throws Exception {
        live.run(CreateTable.of(table(key("id"), Column.of("a", INTEGER), Column.of("b", INTEGER))
                .constraint(CheckConstraint.of("ck_a", "a > 0"))
                .constraint(CheckConstraint.of("ck_b", "b > 0"))
                .constraint(UniqueConstraint.of("uq_b", "b"))
                .build()));
        live.run(DropColumn.of(T, name("a")));
        assertEquals(1, live.table("t").checks().size());
    }

    @Test
    void aKeyColumnIsDroppedAndComesBackAsKey() throws Exception {
        converges(
                schema(table(key("id"), Column.of("a", INTEGER))
                        .primaryKey(PrimaryKey.of("id"))
                        .build()),
                schema(table(Column.of("a", INTEGER), key("nr"))
                        .primaryKey(PrimaryKey.of("nr"))
                        .build()));
    }

    @Test
    void aPrimaryKeyWithOtherColumnsIsADifference() throws Exception {
        converges(
                schema(table(key("a"), key("b")).primaryKey(PrimaryKey.of("a")).build()),
                schema(table(key("a"), key("b"))
                        .primaryKey(PrimaryKey.of("a", "b"))
                        .build()));
    }

    @Test
    void aTypeThatStaysTheSameChangesNoValue() throws Exception {
        live.run(CreateTable.of(
                table(Column.of("a", new DataType.Timestamp(6, false))).build()));
        live.execute("INSERT INTO t VALUES ('2024-02-29 10:00:00.123456')");
        live.run(AlterColumn.of(T, name("a")).withType(new DataType.Timestamp(6, false)));
        assertEquals("2024-02-29 10:00:00.123456", live.value("SELECT a FROM t"));
    }

    @Test
    void aConstraintWhoseNameChangesCaseIsDroppedBeforeItIsAdded() throws Exception {
        converges(
                schema(table(Column.of("a", INTEGER))
                        .constraint(UniqueConstraint.of("uq_t_a", "a"))
                        .build()),
                schema(table(Column.of("a", INTEGER))
                        .constraint(UniqueConstraint.of("UQ_t_a", "a"))
                        .build()));
    }

    @Test
    void anIndexBecomesAUniqueConstraintOfTheSameName() throws Exception {
        converges(
                schema(table(Column.of("a", INTEGER))
                        .index(Index.of("ix_a", "a"))
                        .build()),
                schema(table(Column.of("a", INTEGER))
                        .constraint(UniqueConstraint.of("ix_a", "a"))
                        .build()));
    }

    @Test
    void theOrderOfAnIndexsColumnsCounts() throws Exception {
        converges(
                schema(table(Column.of("a", INTEGER), Column.of("b", INTEGER))
                        .index(Index.of("ix", "a", "b"))
                        .build()),
                schema(table(Column.of("a", INTEGER), Column.of("b", INTEGER))
                        .index(Index.of("ix", "b", "a"))
                        .build()));
    }

    @Test
    void thePredicateAndExpressionOfAnIndexCount() throws Exception {
        Index index = new Index(
                name("ix"),
                List.of(IndexPart.expression("lower(b)")),
                false,
                SqlText.verbatim("b <> ''"),
                null,
                dev.retort.schema.Options.NONE);
        converges(
                schema(table(Column.of("b", TEXT)).index(index).build()),
                schema(table(Column.of("b", TEXT))
                        .index(index.withWhere(SqlText.verbatim("b <> 'x'")))
                        .build()));
    }

    @Test
    void noActionAndRestrictAreNotTheSame() throws Exception {
        ForeignKey key = ForeignKey.of("fk", Identifier.listOf("a"), T, Identifier.listOf("id"));
        Table before = table(key("id"), Column.of("a", INTEGER))
                .primaryKey(PrimaryKey.of("id"))
                .constraint(key)
                .build();
        live.create(schema(before));
        assertEquals(List.of(), difference(schema(before)));
        Table after = table(key("id"), Column.of("a", INTEGER))
                .primaryKey(PrimaryKey.of("id"))
                .constraint(key.withActions(ReferentialAction.RESTRICT, ReferentialAction.NO_ACTION))
                .build();
        assertEquals(2, difference(schema(after)).size());
    }

    @Test
    void aNullableKeyColumnIsNoDifference() throws Exception {
        Schema wanted = schema(
                table(Column.of("id", INTEGER)).primaryKey(PrimaryKey.of("id")).build());
        live.create(wanted);
        assertEquals(List.of(), difference(wanted));
    }

    @Test
    void circularForeignKeysAreMadeAndDropped() throws Exception {
        Table u = table(key("id"), Column.of("a", INTEGER)).build().toBuilder()
                .primaryKey(PrimaryKey.of("id"))
                .constraint(ForeignKey.of(null, Identifier.listOf("a"), QualifiedName.of("v"), List.of()))
                .build();
        Table v = new dev.retort.schema.TableBuilder(QualifiedName.of("v"))
                .columns(List.of(key("id"), Column.of("b", INTEGER)))
                .primaryKey(PrimaryKey.of("id"))
                .constraint(ForeignKey.of(null, Identifier.listOf("b"), T, List.of()))
                .build();
        converges(schema(u, v), Schema.EMPTY);
    }

    @Test
    void aDroppedTableLeavesTheEnumTypeThatOthersUse() throws Exception {
        QualifiedName mood = QualifiedName.of("mood");
        Column column = Column.of("m", new DataType.Enum(mood, List.of()));
        live.run(
                new CreateEnum(new EnumType(mood, List.of("sad"), null), false),
                CreateTable.of(table(column).build()),
                CreateTable.of(Table.of(QualifiedName.of("u"), List.of(column))));
        live.run(DropTable.of(T));
        assertTrue(live.inspect().enums().containsKey(mood));
    }

    @Test
    void colonsInTextsReachTheDatabaseAsTheyAre() throws Exception {
        live.run(CreateTable.of(table(Column.of("a", TEXT)).build()));
        Row row = new Row(Map.of(name("a"), Literal.of(":name \\:x ::y ?1 $1 %(z)s")));
        live.run(new InsertRows(T, List.of(row), false));
        assertEquals(":name \\:x ::y ?1 $1 %(z)s", live.value("SELECT a FROM t"));
    }

    @Test
    void anAddedColumnIsNotNullAndFilledByItsDefault() throws Exception {
        live.run(CreateTable.of(table(key("id")).build()));
        live.execute("INSERT INTO t VALUES (1)");
        live.run(new AddColumn(
                T,
                Column.of("a", new DataType.Varchar(9, TextAttributes.DEFAULT))
                        .withNullable(false)
                        .withDefault(DefaultValue.of("it's")),
                ColumnPosition.LAST,
                null,
                false,
                false));
        assertEquals("it's", live.value("SELECT a FROM t"));
    }

    @Test
    void typeNullabilityDefaultCommentAndNameChangeInOneOperation() throws Exception {
        live.run(CreateTable.of(
                table(Column.of("a", TEXT).withDefault(DefaultValue.of("1"))).build()));
        live.execute("INSERT INTO t VALUES ('5')");
        live.run(AlterColumn.of(T, name("a"))
                .withType(INTEGER)
                .withNullable(false)
                .withDefault(DefaultValue.of(7))
                .withComment("number")
                .withRename(name("b")));
        live.execute("INSERT INTO t DEFAULT VALUES");
        assertEquals("5,7", live.value("SELECT b FROM t ORDER BY b"));
    }

    @Test
    void aDefaultThatTakesFromAnOwnedSequenceIsNoDifference() throws Exception {
        Schema wanted = schema(table(Column.of("id", new DataType.Native("bigserial")))
                .primaryKey(PrimaryKey.of("id"))
                .build());
        live.create(wanted);
        assertEquals(List.of(), difference(wanted));
    }

    @Test
    void aRenamedTableKeepsItsIndexAndTheSequenceFollows() throws Exception {
        live.run(CreateTable.of(table(Column.of("id", new DataType.Native("serial")))
                .index(Index.of("ix", "id"))
                .build()));
        live.run(new RenameTable(T, name("u")));
        live.execute("INSERT INTO u DEFAULT VALUES");
        assertEquals(
                "ix,u_id_seq",
                live.value("SELECT relname FROM pg_class WHERE relname IN ('ix', 't_id_seq', 'u_id_seq') ORDER BY 1"));
    }

    @Test
    void aTableOfManyColumnsIsMadeAndReadBack() throws Exception {
        Column[] columns = new Column[400];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Column.of("c" + i, INTEGER);
        }
        live.run(CreateTable.of(table(columns).build()));
        assertEquals(400, live.table("t").columns().size());
    }

    @Test
    void commentsOnConstraintsAreReadBack() throws Exception {
        live.run(CreateTable.of(table(Column.of("a", INTEGER))
                .constraint(CheckConstraint.of("ck", "a > 0"))
                .build()));
        live.execute("COMMENT ON CONSTRAINT ck ON t IS 'it''s positive'");
        live.adopt();
        assertEquals(1, live.inspect().others().size());
        live.recreates();
    }

    @Test
    void tablesIndexesAndKeysHaveTablespaces() throws Exception {
        live.execute("SET allow_in_place_tablespaces = on");
        live.execute("CREATE TABLESPACE place LOCATION ''");
        try {
            Options place = option("tablespace", "place");
            live.run(CreateTable.of(table(key("id"), Column.of("a", INTEGER))
                    .primaryKey(new PrimaryKey(null, Identifier.listOf("id"), Deferrability.NOT_DEFERRABLE, place))
                    .index(Index.of("ix", "a").withOptions(place))
                    .options(place)
                    .build()));
            live.recreates();
            assertEquals(
                    "ix,t,t_pkey",
                    live.value("SELECT relname FROM pg_class c JOIN pg_tablespace p ON p.oid = c.reltablespace"
                            + " WHERE p.spcname = 'place' ORDER BY 1"));
        } finally {
            live.execute("DROP TABLE IF EXISTS t");
        }
    }

    @Test
    void whatIsThereIsLeftAndWhatIsGoneIsNotMissed() throws Exception {
        live.run(CreateTable.of(table(key("id")).build()));
        live.run(
                new CreateTable(table(key("id")).build(), true, List.of()),
                new AddColumn(T, Column.of("a", INTEGER), ColumnPosition.LAST, null, false, true));
        live.run(new DropColumn(T, name("a"), true, false, Options.NONE));
        live.run(new DropTable(T, true, false, Options.NONE));
        assertEquals("", live.value("SELECT relname FROM pg_class WHERE relname = 't'"));
    }

    @Test
    void manyRowsWithTextsOfEveryKindAreInsertedAtOnce() throws Exception {
        live.run(CreateTable.of(table(key("id"), Column.of("a", TEXT)).build()));
        Row one = new Row(Map.of(name("id"), Literal.of(1), name("a"), Literal.of("it's \\ :x")));
        Row two = new Row(Map.of(name("id"), Literal.of(2), name("a"), Literal.of("':true'")));
        live.run(new InsertRows(T, List.of(one, two), false));
        assertEquals("it's \\ :x|':true'", live.value("SELECT string_agg(a, '|' ORDER BY id) FROM t"));
    }

    @Test
    void anUnnamedUniqueConstraintIsKnownByItsColumns() throws Exception {
        converges(
                schema(table(Column.of("a", INTEGER), Column.of("b", INTEGER))
                        .constraint(UniqueConstraint.of(null, "a"))
                        .build()),
                schema(table(Column.of("a", INTEGER), Column.of("b", INTEGER))
                        .constraint(UniqueConstraint.of(null, "b"))
                        .build()));
    }
}
