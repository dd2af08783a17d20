// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.dialect.InspectionScope;
import dev.retort.engine.autogenerate.Comparator;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Alembic's tests and users have found about tables, columns and texts of PostgreSQL. */
class AlembicFactsOfTablesTest extends OnServer {

    private static final QualifiedName P = QualifiedName.of("p");

    private static Schema schema(Table... tables) {
        return new SchemaBuilder().tables(List.of(tables)).build();
    }

    private List<Operation> difference(Schema from, Schema wanted) {
        return new Comparator(false)
                .compare(from, live.dialect().canonical(wanted))
                .operations();
    }

    @Test
    void aTemporaryTableHasThePrefixThatSaysSo() throws Exception {
        Operation create = new CreateTable(table(Column.of("a", INTEGER)).build(), false, List.of("TEMPORARY"));
        for (String sql : live.sql(create)) {
            live.execute(sql);
        }
        assertEquals("t", live.value("SELECT relpersistence FROM pg_class WHERE relname = 't'"));
    }

    @Test
    void typesInWordsOfTheServerAreNoDifference() throws Exception {
        live.execute("CREATE TABLE t (a numeric(10), b bool, c int4, d float, e decimal(8,2), f timestamp)");
        assertEquals(
                List.of(),
                difference(
                        live.inspect(),
                        schema(table(
                                        Column.of("a", new DataType.Decimal(10, 0)),
                                        Column.of("b", new DataType.Boolean()),
                                        Column.of("c", INTEGER),
                                        Column.of("d", new DataType.Double()),
                                        Column.of("e", new DataType.Decimal(8, 2)),
                                        Column.of("f", new DataType.Timestamp(null, false)))
                                .build())));
    }

    @Test
    void aForeignKeyToATableThatIsLeftOutIsReadAsItIs() throws Exception {
        live.execute("CREATE TABLE p (id integer PRIMARY KEY)");
        live.execute("CREATE TABLE t (a integer, CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id))");
        Schema read = live.dialect()
                .inspector()
                .inspect(live.connection(), new InspectionScope(Set.of(), name -> !name.equals(P)))
                .schema();
        assertEquals(Set.of(T), read.tables().keySet());
        Table wanted = table(Column.of("a", INTEGER), Column.of("b", INTEGER))
                .constraint(ForeignKey.of("fk", Identifier.listOf("a"), P, Identifier.listOf("id")))
                .build();
        assertEquals(List.of(AddColumn.of(T, Column.of("b", INTEGER))), difference(read, schema(wanted)));
    }

    @Test
    void colonsOfCastsAndTextsAreNoParameters() throws Exception {
        live.run(CreateTable.of(table(Column.of("a", TEXT)).build()));
        SqlText text = SqlText.verbatim("INSERT INTO t VALUES ('5'::int::text || ':name' || ':true')");
        for (String sql : live.sql(new Execute(text, List.of(), null))) {
            live.execute(sql);
        }
        assertEquals("5:name:true", live.value("SELECT a FROM t"));
    }

    @Test
    void aDroppedColumnLeavesItsEnumType() throws Exception {
        QualifiedName mood = QualifiedName.of("mood");
        live.run(
                new CreateEnum(new EnumType(mood, List.of("sad"), null), false),
                CreateTable.of(table(Column.of("a", INTEGER), Column.of("m", new DataType.Enum(mood, List.of())))
                        .build()));
        live.run(DropColumn.of(T, name("m")));
        assertTrue(live.inspect().enums().containsKey(mood));
    }

    @Test
    void aColumnIsAlteredInTheOrderThatTheServerNeeds() throws Exception {
        live.run(CreateTable.of(
                table(Column.of("a", TEXT).withDefault(DefaultValue.of("x"))).build()));
        live.execute("INSERT INTO t VALUES ('5')");
        live.run(AlterColumn.of(T, name("a"))
                .withType(INTEGER)
                .withUsing(SqlText.verbatim("a::integer + 1"))
                .withNullable(false)
                .withDefault(null)
                .withComment("number")
                .withRename(name("b")));
        assertEquals("6", live.value("SELECT b FROM t"));
    }

    @Test
    void anIdentityThatIsAddedToAColumnNumbersTheNextRows() throws Exception {
        live.run(CreateTable.of(
                table(Column.of("a", INTEGER).withNullable(false)).build()));
        live.run(AlterColumn.of(T, name("a")).withIdentity(Identity.DEFAULT));
        live.execute("INSERT INTO t DEFAULT VALUES");
        assertEquals("1", live.value("SELECT a FROM t"));
        live.run(AlterColumn.of(T, name("a")).withIdentity(new Identity(true, null, 5L, null, 1000L, true, null)));
        live.execute("INSERT INTO t DEFAULT VALUES");
        assertEquals("1,6", live.value("SELECT a FROM t ORDER BY a"));
        live.run(AlterColumn.of(T, name("a")).withIdentity(null));
    }
}
