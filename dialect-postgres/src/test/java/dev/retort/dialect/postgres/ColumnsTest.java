// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static dev.retort.dialect.postgres.PostgresOptions.DIALECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.CreateTable;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.SqlText;
import dev.retort.schema.TextAttributes;
import org.junit.jupiter.api.Test;

class ColumnsTest extends OnServer {

    @Test
    void aTypeChangeKeepsTheDefaultThatCannotBeCast() throws Exception {
        live.run(CreateTable.of(table(Column.of("a", TEXT)
                        .withDefault(DefaultValue.of("5"))
                        .withNullable(false)
                        .withComment("number"))
                .build()));
        live.execute("INSERT INTO t VALUES ('7')");
        live.run(AlterColumn.of(T, name("a")).withType(INTEGER));
        assertEquals(DefaultValue.of(5), live.table("t").columns().get(0).defaultValue());
        assertEquals("7", live.value("SELECT a FROM t"));
    }

    @Test
    void usingSaysHowValuesAreConverted() throws Exception {
        live.run(CreateTable.of(table(Column.of("a", new DataType.Boolean())).build()));
        live.execute("INSERT INTO t VALUES (true), (false)");
        live.run(AlterColumn.of(T, name("a"))
                .withType(new DataType.BigInt())
                .withUsing(SqlText.verbatim("CASE WHEN a THEN 10 ELSE 20 END")));
        assertEquals("10,20", live.value("SELECT a FROM t ORDER BY 1"));
    }

    @Test
    void aChangeOfTypeWithoutCastIsRefusedWithAHint() throws Exception {
        live.run(CreateTable.of(table(Column.of("a", new DataType.Uuid())).build()));
        var findings = live.findings(AlterColumn.of(T, name("a")).withType(INTEGER));
        assertTrue(findings.get(0).message().contains("no cast"), findings.toString());
        assertTrue(String.valueOf(findings.get(0).hint()).contains("using"), findings.toString());
    }

    @Test
    void anIdentityIsAddedChangedAndDropped() throws Exception {
        live.run(
                CreateTable.of(table(Column.of("a", INTEGER)).build()),
                AlterColumn.of(T, name("a")).withNullable(false).withIdentity(Identity.DEFAULT));
        live.run(AlterColumn.of(T, name("a")).withIdentity(new Identity(true, 100L, 10L, null, 1000L, true, 5L)));
        live.recreates();
        live.run(AlterColumn.of(T, name("a")).withIdentity(Identity.DEFAULT));
        live.run(AlterColumn.of(T, name("a")).withIdentity(null));
    }

    @Test
    void anIdentityGoesBeforeItsColumnGetsATypeThatNoSequenceHasAndComesBehindOneThatItHas() throws Exception {
        DataType decimal = new DataType.Decimal(12, 3);
        live.run(
                CreateTable.of(table(Column.of("a", INTEGER).withNullable(false).withIdentity(Identity.DEFAULT))
                        .build()));
        live.run(AlterColumn.of(T, name("a")).withType(decimal).withIdentity(null));
        live.run(AlterColumn.of(T, name("a")).withType(INTEGER).withIdentity(Identity.DEFAULT));
    }

    @Test
    void aTypeOfTheServersOwnThatHasNoCastIsRefusedWithAHint() throws Exception {
        live.run(CreateTable.of(table(Column.of("a", new DataType.BigInt())).build()));
        var findings = live.findings(AlterColumn.of(T, name("a")).withType(new DataType.Native("inet")));
        assertTrue(findings.get(0).message().contains("no cast"), findings.toString());
        live.run(AlterColumn.of(T, name("a")).withType(new DataType.Native("money")));
        live.run(AlterColumn.of(T, name("a")).withType(new DataType.Decimal(12, 2)));
    }

    @Test
    void serialIsAnIntegerWithASequence() throws Exception {
        live.run(CreateTable.of(table(Column.of("id", new DataType.Native("bigserial")), Column.of("a", TEXT))
                .build()));
        live.execute("INSERT INTO t (a) VALUES ('x')");
        assertEquals("1", live.value("SELECT id FROM t"));
        assertEquals(new DataType.BigInt(), live.table("t").columns().get(0).type());
        live.recreates();
    }

    @Test
    void aComputedColumnChangesAndKeepsItsIndex() throws Exception {
        Column computed =
                Column.of("b", new DataType.BigInt()).withGenerated(new Generated(SqlText.verbatim("a + 1"), true));
        live.run(CreateTable.of(table(Column.of("a", INTEGER), computed)
                .index(Index.of("ix_b", "b"))
                .build()));
        live.execute("INSERT INTO t VALUES (1)");
        live.run(AlterColumn.of(T, name("b")).withGenerated(new Generated(SqlText.verbatim("a * 10"), true)));
        assertEquals("10", live.value("SELECT b FROM t"));
        live.run(AlterColumn.of(T, name("b")).withGenerated(null));
        assertEquals("10", live.value("SELECT b FROM t"));
    }

    @Test
    void typesWithoutAModelAreReadAsTheyAre() throws Exception {
        live.execute("CREATE DOMAIN positive AS integer CHECK (value > 0)");
        live.execute("CREATE TYPE pair AS (a integer, b text)");
        live.read()
                .run(CreateTable.of(table(
                                Column.of("a", new DataType.Native("positive")),
                                Column.of("b", new DataType.Native("int4range")),
                                Column.of("c", new DataType.Native("INET")),
                                Column.of("d", new DataType.Native("varbit(5)")),
                                Column.of("e", new DataType.Native("bit(3)")),
                                Column.of("f", new DataType.Native("pair")),
                                Column.of("g", new DataType.Native("macaddr")),
                                Column.of("h", new DataType.Native("tsvector")),
                                Column.of("i", new DataType.Native("int8")),
                                Column.of("j", new DataType.Array(new DataType.Varchar(5, TextAttributes.DEFAULT))))
                        .build()));
        assertEquals(new DataType.BigInt(), live.table("t").columns().get(8).type());
    }

    @Test
    void columnsKeepStorageCompressionAndStatistics() throws Exception {
        Column column = Column.of("a", TEXT)
                .withOptions(option("storage", "external")
                        .with(DIALECT, "compression", "pglz")
                        .with(DIALECT, "statistics", 500));
        live.run(CreateTable.of(table(column).build()));
        live.run(AlterColumn.of(T, name("a"))
                .withOptions(option("storage", "main").with(DIALECT, "statistics", 10)));
        live.recreates();
    }
}
