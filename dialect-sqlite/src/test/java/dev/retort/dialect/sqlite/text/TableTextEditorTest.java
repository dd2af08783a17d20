// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TableTextEditorTest {

    private static final String LINES = """
        CREATE TABLE t (
          -- the key
          a INTEGER PRIMARY KEY, -- of all
          -- about b
          b TEXT NOT NULL, /* b */
          c INT -- last
        )\
        """;

    private static TableTextEditor edit(String sql) {
        return TableTextEditor.of(CreateTableText.parse(sql));
    }

    @Test
    void aRemovedColumnTakesItsCommentsAlong() {
        assertEquals("""
            CREATE TABLE t (
              -- the key
              a INTEGER PRIMARY KEY, -- of all
              c INT -- last
            )\
            """, edit(LINES).removeColumn("B").text());
        assertEquals("""
            CREATE TABLE t (
              -- about b
              b TEXT NOT NULL, /* b */
              c INT -- last
            )\
            """, edit(LINES).removeColumn("a").text());
        assertEquals("""
            CREATE TABLE t (
              -- the key
              a INTEGER PRIMARY KEY, -- of all
              -- about b
              b TEXT NOT NULL /* b */
            )\
            """, edit(LINES).removeColumn("c").text());
    }

    @Test
    void anInsertedColumnStandsOnALineOfItsOwn() {
        assertEquals(
                """
                CREATE TABLE t (
                  x TEXT,
                  -- the key
                  a INTEGER PRIMARY KEY, -- of all
                  y TEXT,
                  -- about b
                  b TEXT NOT NULL, /* b */
                  c INT, -- last
                  z TEXT
                )\
                """,
                edit(LINES)
                        .insertColumnFirst("x TEXT")
                        .insertColumnAfter("a", "y TEXT")
                        .appendColumn("z TEXT")
                        .text());
    }

    @Test
    void leadingCommasStayLeading() {
        String sql = "CREATE TABLE t (a INT -- one\n  -- two\n  , b INT -- b\n  , c INT)";
        assertEquals(
                "CREATE TABLE t (a INT -- one\n  , c INT)",
                edit(sql).removeColumn("b").text());
        assertEquals(
                "CREATE TABLE t (a INT -- one\n  -- two\n  , b INT -- b\n  , c INT\n  , d INT)",
                edit(sql).appendColumn("d INT").text());
        assertEquals(
                "CREATE TABLE t (\n  -- two\n   b INT -- b\n  , c INT)",
                edit(sql).removeColumn("a").text());
    }

    @Test
    void aCommentNeverSwallowsWhatFollows() {
        assertEquals(
                "CREATE TABLE t (a INT -- x\n)",
                edit("CREATE TABLE t (a INT, -- x\n b INT)").removeColumn("b").text());
        assertEquals(
                "CREATE TABLE t (a TEXT -- x\n, b)",
                edit("CREATE TABLE t (a INT, b)")
                        .replaceColumn("a", "a TEXT -- x")
                        .text());
        assertEquals(
                "CREATE TABLE t (a, -- x \nb)",
                edit("CREATE TABLE t (b)").insertColumnFirst("a -- x").text());
    }

    @Test
    void oneLineStaysOneLine() {
        assertEquals(
                "CREATE TABLE t(a, b,c, CHECK (1))",
                edit("CREATE TABLE t(a,c)")
                        .insertColumnAfter("a", "b")
                        .appendConstraint("CHECK (1)")
                        .text()
                        .replace("a,b,", "a, b,"));
        assertEquals(
                "CREATE TABLE t(a, CHECK (1))",
                edit("CREATE TABLE t(a)").appendConstraint("CHECK (1)").text());
        assertEquals(
                "CREATE TABLE t(a)",
                remove(edit("CREATE TABLE t(a, CHECK (1))"), 0).text());
        assertEquals(
                "CREATE TABLE t(a, UNIQUE (a))",
                remove(edit("CREATE TABLE t(a, CHECK (1) UNIQUE (a))"), 0).text());
        assertEquals(
                "CREATE TABLE t(a, CHECK (1))",
                remove(edit("CREATE TABLE t(a, CHECK (1) UNIQUE (a))"), 1).text());
    }

    private static TableTextEditor remove(TableTextEditor editor, int constraint) {
        return editor.removeConstraint(editor.table().constraints().get(constraint));
    }

    @Test
    void aColumnIsRenamedEverywhereButInStrings() {
        assertEquals(
                "CREATE TABLE t (d INT CHECK (d > 'c' AND t.[d] <> \"d\" AND c(d) AND d COLLATE c), "
                        + "e AS (cast(d AS c)), UNIQUE (\"d\" COLLATE c), FOREIGN KEY (d) REFERENCES t (d), "
                        + "FOREIGN KEY (e) REFERENCES u (c) CHECK ('d' = \"z\"))",
                edit("CREATE TABLE t (c INT CHECK (C > 'c' AND t.[c] <> \"c\" AND c(c) AND c COLLATE c), "
                                + "e AS (cast(c AS c)), UNIQUE ('c' COLLATE c), FOREIGN KEY (c) REFERENCES t (c), "
                                + "FOREIGN KEY (e) REFERENCES u (c) CHECK (\"d\" = \"z\"))")
                        .renameColumn("c", "d")
                        .text());
    }

    @Test
    void aNewNameIsQuotedWhereItMust() {
        assertEquals(
                "CREATE TABLE t (\"order\", [a b], `x``y`, CHECK (\"order\" > [a b]))",
                edit("CREATE TABLE t (a, [b], `c`, CHECK (a > [b]))")
                        .renameColumn("a", "order")
                        .renameColumn("b", "a b")
                        .renameColumn("c", "x`y")
                        .text());
    }

    @Test
    void clausesOfAColumnChangeOneByOne() {
        TableTextEditor editor =
                edit("CREATE TABLE t (a INT /* i */ NOT NULL DEFAULT 1 REFERENCES p UNIQUE DEFERRABLE, b)");
        ColumnText a = editor.table().columns().get(0);
        assertEquals(
                "CREATE TABLE t (a INT /* i */ DEFAULT 1 REFERENCES p UNIQUE DEFERRABLE, b)",
                editor.removeColumnConstraint("a", a.constraints().get(0)).text());
        assertEquals(
                "CREATE TABLE t (a INT /* i */ NOT NULL DEFAULT 1 UNIQUE, b)",
                editor.removeColumnConstraint("a", a.constraints().get(2)).text());
        assertEquals(
                "CREATE TABLE t (a INT /* i */ NOT NULL DEFAULT (2) REFERENCES p UNIQUE DEFERRABLE, b)",
                editor.replaceColumnConstraint("a", a.constraints().get(1), "DEFAULT (2)")
                        .text());
        assertEquals(
                "CREATE TABLE t (a TEXT /* i */ NOT NULL DEFAULT 1 REFERENCES p UNIQUE DEFERRABLE, b BLOB COLLATE x)",
                editor.setType("a", "TEXT")
                        .setType("b", "BLOB")
                        .appendColumnConstraint("b", "COLLATE x")
                        .text());
    }

    @Test
    void optionsChangeAlone() {
        assertEquals(
                "CREATE TABLE t (a INT PRIMARY KEY) STRICT, WITHOUT ROWID",
                edit("CREATE TABLE t (a INT PRIMARY KEY) STRICT")
                        .setOptions(true, true)
                        .text());
        assertEquals(
                "CREATE TABLE t (a INT PRIMARY KEY) -- end",
                edit("CREATE TABLE t (a INT PRIMARY KEY)  WITHOUT  ROWID -- end")
                        .setOptions(false, false)
                        .text());
    }

    @Test
    void aTextThatSqliteWouldRefuseIsNotGivenOut() {
        IllegalStateException refusal = assertThrows(
                IllegalStateException.class,
                () -> edit("CREATE TABLE t (a, b, UNIQUE (a), CHECK (a > b))")
                        .removeColumn("a")
                        .text());
        assertTrue(
                refusal.getMessage().contains("there is no column a, which 'UNIQUE (a)' names"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("'a > b'"), refusal.getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> edit("CREATE TABLE t (a)").removeColumn("a"));
        assertThrows(
                IllegalArgumentException.class, () -> edit("CREATE TABLE t (a)").removeColumn("x"));
        assertThrows(SqliteTextException.class, () -> edit("CREATE TABLE t (a)").appendColumn("b, c"));
    }
}
