// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTextTest {

    private static <T> T parse(Class<T> type, String sql) {
        return assertInstanceOf(type, SchemaText.parse(sql));
    }

    @Test
    void everyPartOfAColumnHasItsPlace() {
        CreateTableText table = CreateTableText.parse("CREATE TEMP TABLE IF NOT EXISTS main.[t] (\n"
                + "  -- the key\n"
                + "  a BLOB SUB_TYPE TEXT (1, -2) CONSTRAINT k PRIMARY KEY DESC ON CONFLICT FAIL, -- behind\n"
                + "  b DEFAULT -5 NOT NULL)");
        assertTrue(table.temporary() && table.ifNotExists());
        assertEquals("main", table.schema() == null ? null : table.schema().name());
        ColumnText a = table.columns().get(0);
        assertEquals("BLOB SUB_TYPE TEXT (1, -2)", a.typeText());
        assertEquals(
                a.typeText(), table.text().substring(a.type().start(), a.type().end()));
        assertEquals(
                "CONSTRAINT k PRIMARY KEY DESC ON CONFLICT FAIL",
                a.constraints().get(0).fragment().text());
        assertTrue(a.withComments().text().startsWith("-- the key\n"));
        assertTrue(a.withComments().text().endsWith(", -- behind"));
        ColumnText b = table.columns().get(1);
        assertNull(b.type());
        assertEquals("b DEFAULT -5 NOT NULL", b.withComments().text());
        assertEquals(
                "-5",
                b.last(ColumnConstraintText.Default.class).orElseThrow().value().text());
    }

    @Test
    void aReferenceKeepsAllItSays() {
        ColumnText column = CreateTableText.parse(
                        "CREATE TABLE t (a REFERENCES p (x, 'y') ON DELETE SET NULL MATCH full "
                                + "ON UPDATE NO ACTION NOT DEFERRABLE INITIALLY DEFERRED COLLATE nocase)")
                .columns()
                .get(0);
        ReferencesText target =
                column.last(ColumnConstraintText.References.class).orElseThrow().target();
        assertEquals(
                List.of("x", "y"), target.columns().stream().map(NameText::name).toList());
        assertEquals(ForeignKeyAction.SET_NULL, target.onDelete());
        assertEquals(ForeignKeyAction.NO_ACTION, target.onUpdate());
        assertEquals("full", target.match().name());
        assertEquals(new Deferral(false, true), target.deferral());
        assertFalse(target.deferral().deferred());
        assertTrue(column.last(ColumnConstraintText.Collate.class).isPresent());
    }

    @Test
    void tableConstraintsMayFollowWithoutCommas() {
        CreateTableText table = CreateTableText.parse("CREATE TABLE t (a INTEGER, b, CONSTRAINT x "
                + "PRIMARY KEY (a COLLATE nocase DESC AUTOINCREMENT) UNIQUE ((b)) ON CONFLICT IGNORE CHECK (a > ')') "
                + "FOREIGN KEY (a, b) REFERENCES p, CONSTRAINT alone) STRICT, WITHOUT ROWID;");
        assertEquals(5, table.constraints().size());
        TableConstraintText.PrimaryKey key = assertInstanceOf(
                TableConstraintText.PrimaryKey.class, table.constraints().get(0));
        assertTrue(key.autoincrement());
        assertEquals("nocase", key.parts().get(0).collation().name());
        assertEquals(SortOrder.DESC, key.parts().get(0).order());
        TableConstraintText.Unique unique = assertInstanceOf(
                TableConstraintText.Unique.class, table.constraints().get(1));
        assertEquals("b", unique.parts().get(0).column().name());
        assertEquals(ConflictResolution.IGNORE, unique.conflict());
        assertInstanceOf(TableConstraintText.Dangling.class, table.constraints().get(4));
        assertTrue(table.strict() && table.withoutRowid());
    }

    @Test
    void softKeywordsAreNamesAndTypes() {
        CreateTableText table = CreateTableText.parse("CREATE TABLE key (left cross_type, end ASC, replace GENERATED, "
                + "'s' as (1) virtual, generated ALWAYS AS (2) STORED)");
        assertEquals(
                List.of("left", "end", "replace", "s", "generated"),
                table.columns().stream().map(column -> column.name().name()).toList());
        assertEquals("ASC", table.columns().get(1).typeText());
        assertEquals("GENERATED", table.columns().get(2).typeText());
        assertTrue(table.columns()
                .get(4)
                .last(ColumnConstraintText.Generated.class)
                .orElseThrow()
                .stored());
    }

    @Test
    void anIndexIsReadInParts() {
        CreateIndexText index = parse(
                CreateIndexText.class,
                "CREATE UNIQUE INDEX IF NOT EXISTS main.i ON t (\"a\" DESC, "
                        + "lower(b, 'x') COLLATE nocase ASC, 'c') WHERE a > 1 AND b");
        assertTrue(index.unique());
        assertEquals("t", index.table().name());
        assertEquals("a", index.parts().get(0).column().name());
        assertNull(index.parts().get(1).column());
        assertEquals("lower(b, 'x')", index.parts().get(1).expression().text());
        assertEquals("nocase", index.parts().get(1).collation().name());
        assertEquals("c", index.parts().get(2).column().name());
        assertEquals("a > 1 AND b", index.where().text());
    }

    @Test
    void aViewIsReadInParts() {
        CreateViewText view = parse(CreateViewText.class, "CREATE VIEW [v 1] (x, \"y\") AS -- why\n SELECT 1, 2 ;");
        assertEquals(
                List.of("x", "y"), view.columns().stream().map(NameText::name).toList());
        assertEquals("SELECT 1, 2", view.select().text());
    }

    @Test
    void aTriggerIsReadInParts() {
        CreateTriggerText trigger = parse(
                CreateTriggerText.class,
                "CREATE TRIGGER g INSTEAD OF UPDATE OF a, b ON v FOR EACH ROW WHEN new.begin > (SELECT 1) BEGIN SELECT"
                        + " CASE WHEN 1 THEN 2 END; DELETE FROM t; END");
        assertEquals(CreateTriggerText.Timing.INSTEAD_OF, trigger.timing());
        assertEquals(CreateTriggerText.Event.UPDATE, trigger.event());
        assertEquals(
                List.of("a", "b"),
                trigger.updateOf().stream().map(NameText::name).toList());
        assertEquals("new.begin > (SELECT 1)", trigger.when().text());
        assertTrue(trigger.body().text().startsWith("BEGIN SELECT")
                && trigger.body().text().endsWith("t; END"));
        assertNull(parse(CreateTriggerText.class, "CREATE TRIGGER g DELETE ON t BEGIN SELECT 1; END")
                .timing());
    }

    @Test
    void aVirtualTableKeepsItsArgumentsVerbatim() {
        CreateVirtualTableText table = parse(
                CreateVirtualTableText.class, "CREATE VIRTUAL TABLE f USING fts5(a, tokenize = 'x, (y)', g(1, 2))");
        assertEquals("fts5", table.module().name());
        assertEquals(
                List.of("a", "tokenize = 'x, (y)'", "g(1, 2)"),
                table.arguments().stream().map(Fragment::text).toList());
    }

    @Test
    void aFaultSaysWhereItIsAndWhatWasExpected() {
        SqliteTextException fault = assertThrows(
                SqliteTextException.class, () -> CreateTableText.parse("CREATE TABLE t (\n  a INT NOT 5)"));
        assertEquals("line 2, column 9: expected a column constraint, ',' or ')', but found 'NOT'", fault.getMessage());
        assertThrows(SqliteTextException.class, () -> CreateTableText.parse("CREATE VIEW v AS SELECT 1"));
        assertThrows(SqliteTextException.class, () -> SchemaText.parse("DROP TABLE t"));
        assertThrows(SqliteTextException.class, () -> SchemaText.parse("CREATE TABLE t (a"));
        assertThrows(SqliteTextException.class, () -> SchemaText.parse("CREATE TABLE t (a, UNIQUE (a), b)"));
    }
}
