// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferenceRenamerTest {

    private static final ReferenceRenamer BLIND = new ReferenceRenamer(TableColumns.unknown());

    private static RenameResult rename(String sql) {
        return BLIND.renameColumn(sql, "t", "c", "d");
    }

    @Test
    void aSubqueryHandsTheNewNameOn() {
        assertEquals(
                "CREATE VIEW v AS SELECT s.d, r.c FROM (SELECT d FROM t) s, (SELECT d AS c FROM t) r ORDER BY s.d",
                rename("CREATE VIEW v AS SELECT s.c, r.c FROM (SELECT c FROM t) s, (SELECT c AS c FROM t) r"
                                + " ORDER BY s.c")
                        .text());
        assertEquals(
                "CREATE VIEW v AS WITH w AS (SELECT * FROM t) SELECT w.d FROM w WHERE d > 1",
                rename("CREATE VIEW v AS WITH w AS (SELECT * FROM t) SELECT w.c FROM w WHERE c > 1")
                        .text());
    }

    @Test
    void anAliasInOrderByIsNoColumn() {
        RenameResult result = new ReferenceRenamer(table -> Optional.of(List.of("c", "x")))
                .renameColumn("CREATE VIEW v AS SELECT x AS c FROM t WHERE c > 1 ORDER BY c DESC, t.c", "t", "c", "d");
        assertEquals("CREATE VIEW v AS SELECT x AS c FROM t WHERE d > 1 ORDER BY c DESC, t.d", result.text());
    }

    @Test
    void theOutputOfAViewIsTold() {
        assertTrue(rename("CREATE VIEW v AS SELECT c FROM t").outputRenamed());
        assertTrue(rename("CREATE VIEW v AS SELECT * FROM t").outputRenamed());
        assertTrue(!rename("CREATE VIEW v (c) AS SELECT c FROM t").outputRenamed());
        assertTrue(!rename("CREATE VIEW v AS SELECT c + 1 FROM t").outputRenamed());
    }

    @Test
    void whatCannotBeToldIsLeftAndReported() {
        RenameResult inner = rename("CREATE VIEW v AS SELECT 1 FROM t WHERE EXISTS (SELECT 1 FROM u WHERE c = 1)");
        assertEquals("CREATE VIEW v AS SELECT 1 FROM t WHERE EXISTS (SELECT 1 FROM u WHERE c = 1)", inner.text());
        assertEquals(
                List.of("c"), inner.doubts().stream().map(d -> d.place().text()).toList());
        assertEquals(
                1,
                rename("CREATE VIEW v AS SELECT 1 FROM t JOIN u USING (c)")
                        .doubts()
                        .size());
        assertEquals(
                1,
                rename("CREATE VIEW v AS SELECT 1 FROM t NATURAL JOIN u")
                        .doubts()
                        .size());
        assertEquals(1, rename("CREATE VIEW v AS SELECT d FROM t, u").doubts().size());
        assertEquals(
                1,
                rename("CREATE VIRTUAL TABLE f USING fts5(c, content = 't')")
                        .doubts()
                        .size());
    }

    @Test
    void knownColumnsSettleTheDoubt() {
        RenameResult result = new ReferenceRenamer(
                        table -> Optional.of(table.equals("u") ? List.of("x") : List.of("c")))
                .renameColumn(
                        "CREATE VIEW v AS SELECT 1 FROM t WHERE EXISTS (SELECT 1 FROM u WHERE c = x)", "t", "c", "d");
        assertTrue(result.isCertain());
        assertEquals("CREATE VIEW v AS SELECT 1 FROM t WHERE EXISTS (SELECT 1 FROM u WHERE d = x)", result.text());
    }

    /** SQLite's own rename turns {@code excluded.c} into {@code "r".c} (seen in 3.54.1), which changes what happens. */
    @Test
    void excludedStaysWhenItsTableIsRenamed() {
        String trigger = "CREATE TRIGGER g AFTER INSERT ON l BEGIN INSERT INTO %s (a) VALUES (1) ON CONFLICT (a) "
                + "DO UPDATE SET c = excluded.c, b = %s.c; END";
        assertEquals(
                trigger.formatted("r", "r"),
                BLIND.renameTable(trigger.formatted("t", "t"), "t", "r").text());
    }

    @Test
    void aCommonTableOfTheSameNameIsAnother() {
        String view = "CREATE VIEW v AS WITH t AS (SELECT 1 AS c) SELECT t.c FROM t";
        assertEquals(view, rename(view).text());
        assertEquals(view, BLIND.renameTable(view, "t", "r").text());
    }

    @Test
    void aTriggersOwnRowsAreRenamed() {
        assertEquals(
                "CREATE TRIGGER g UPDATE OF d ON t WHEN old.d <> NEW.d BEGIN INSERT INTO u(c) VALUES (new.d); END",
                rename("CREATE TRIGGER g UPDATE OF c ON t WHEN old.c <> NEW.c BEGIN INSERT INTO u(c) VALUES"
                                + " (new.c); END")
                        .text());
    }
}
