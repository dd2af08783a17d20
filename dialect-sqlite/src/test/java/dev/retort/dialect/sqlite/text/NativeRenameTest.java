// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQLite's own ALTER TABLE ... RENAME is the measure of ours. */
class NativeRenameTest {

    private static final List<String> TABLES = List.of(
            "CREATE TABLE t (a INTEGER PRIMARY KEY, c TEXT, b, up REFERENCES t (c))",
            "CREATE TABLE u (x, c REFERENCES t (c), y, FOREIGN KEY (x, y) REFERENCES t (b, c))",
            "CREATE TABLE log (what, c)",
            "CREATE TABLE single (c)",
            "CREATE VIEW w AS SELECT c AS k FROM t");

    @Test
    void randomTablesAreRenamedAsSqliteDoes() throws SQLException {
        int compared = 0;
        for (int seed = 0; seed < 300; seed++) {
            String text = RandomTable.text(new Random(seed));
            try (Sqlite sqlite = new Sqlite()) {
                sqlite.run(text);
                CreateTableText table = CreateTableText.parse(sqlite.sql("t 1"));
                String column = table.columns()
                        .get(seed % table.columns().size())
                        .name()
                        .name();
                // SQLite fails in its own rename where a key names its column in single quotes.
                if (!sqlite.accepts(
                        "ALTER TABLE \"t 1\" RENAME COLUMN " + SqliteName.quoted(column) + " TO \"new col\"")) {
                    continue;
                }
                compared++;
                String ours = TableTextEditor.of(table)
                        .renameColumn(column, "new col")
                        .text();
                assertSame(sqlite.sql("t 1"), ours, "seed " + seed + " " + column);

                sqlite.run("ALTER TABLE \"t 1\" RENAME TO \"new table\"");
                String theirs = sqlite.sql("new table");
                String again = TableTextEditor.of(CreateTableText.parse(ours))
                        .renameTable("new table")
                        .text();
                assertSame(theirs, again, "seed " + seed);
            }
        }
        assertTrue(compared > 200, "only " + compared + " renames could be compared");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX i ON t (c, b COLLATE nocase DESC, lower(c) || 'c') WHERE c > 0 AND t.c <> \"c\"",
                "CREATE INDEX i ON u (c, y) WHERE c IS NOT NULL",
                "CREATE VIEW v AS SELECT b.c, t.c, x.c AS c2, 'c', log.c FROM u b, t, log, t AS x WHERE x.c = log.c "
                        + "GROUP BY t.c HAVING max(t.c) > 1 ORDER BY t.c, x.c DESC LIMIT 3",
                "CREATE VIEW v AS SELECT b.c, (SELECT max(c) FROM log) FROM t b JOIN u ON u.c = b.c LEFT JOIN t d "
                        + "ON (d.c = u.x AND d.b IN (SELECT c FROM u WHERE u.c = d.c))",
                "CREATE VIEW v AS SELECT CASE WHEN c IS NULL THEN 'c' ELSE c || \"c\" END AS z FROM t WHERE c "
                        + "BETWEEN 1 AND c OR NOT c LIKE c ESCAPE 'x' ORDER BY z, c",
                "CREATE VIEW v AS SELECT what FROM log WHERE c IN (SELECT what FROM log)",
                "CREATE VIEW v AS SELECT y FROM u WHERE EXISTS (SELECT 1 FROM t WHERE t.c = u.c AND u.c = b)",
                "CREATE VIEW v AS SELECT cast(c AS text) AS k, count(c) FILTER (WHERE c > 1) OVER (PARTITION BY c "
                        + "ORDER BY c) FROM main.t WHERE main.t.c IS NOT DISTINCT FROM 1",
                "CREATE VIEW v (c) AS SELECT c FROM t UNION ALL SELECT c FROM log",
                "CREATE VIEW v AS WITH w (c) AS (SELECT c FROM t), z AS (SELECT t.c AS c, b FROM t) "
                        + "SELECT w.c, z.c, z.b FROM w, z WHERE w.c = z.c",
                "CREATE VIEW v AS SELECT s.c FROM (SELECT what AS c FROM log) s, t WHERE t.b = s.c",
                "CREATE VIEW v AS SELECT t.* FROM t WHERE t.[c] = `c` AND T.C = \"t\".\"c\"",
                "CREATE VIEW v AS SELECT a FROM t NOT INDEXED WHERE c IN single AND c IN main.single",
                "CREATE TRIGGER g AFTER UPDATE OF b, c ON t FOR EACH ROW WHEN new.c <> old.c AND new.b BEGIN "
                        + "INSERT INTO log (what, c) SELECT new.c, c FROM t WHERE t.c = old.c; "
                        + "UPDATE t SET c = c + 1, (a, b) = (1, new.c) WHERE c = old.c; "
                        + "DELETE FROM t WHERE c = new.c; DELETE FROM log WHERE c = new.c; END",
                "CREATE TRIGGER g BEFORE INSERT ON log WHEN new.c > 1 BEGIN "
                        + "INSERT INTO t (b, c) VALUES (new.what, new.c) ON CONFLICT (a) DO UPDATE SET "
                        + "c = new.c, b = t.c || c WHERE c > 1; "
                        + "UPDATE log SET c = (SELECT c FROM t WHERE a = 1) WHERE c = new.c; "
                        + "SELECT CASE WHEN new.c THEN (SELECT c FROM t) ELSE 2 END; END",
                "CREATE VIEW v AS SELECT DISTINCT c k, b FROM t WHERE c IN (VALUES (1), (2)) UNION SELECT c, x FROM u "
                        + "ORDER BY k, b LIMIT (SELECT max(c) FROM t)",
                "CREATE VIEW v AS WITH RECURSIVE r (n) AS (SELECT min(c) FROM t UNION ALL SELECT n + 1 FROM r WHERE n"
                        + " < (SELECT max(c) FROM t)) SELECT n FROM r LEFT OUTER JOIN t ON t.c = r.n CROSS JOIN single",
                "CREATE VIEW v AS SELECT j.value, t.c FROM t, json_each(t.c) j WHERE j.value = c",
                "CREATE VIEW v AS SELECT sum(c) OVER w, rank() OVER (w ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM"
                        + " t WINDOW w AS (PARTITION BY b ORDER BY c DESC)",
                "CREATE VIEW v AS SELECT q.c FROM (t AS q LEFT JOIN u ON q.c = u.c) INNER JOIN log AS 'l' ON l.c = q.c",
                "CREATE VIEW v AS SELECT (c, b) = (1, 2), -c, +c, ~c, c COLLATE nocase, c ISNULL, c NOT NULL, c ->"
                        + " 'c', x'00' || c FROM t WHERE (b, c) IN (SELECT y, c FROM u) AND c GLOB 'c*' GROUP BY 1, c",
                "CREATE TRIGGER g AFTER INSERT ON single BEGIN INSERT OR IGNORE INTO t (c, b) SELECT t.c, u.x FROM t"
                        + " JOIN u ON t.c = u.c WHERE t.c > 1 ON CONFLICT DO NOTHING; UPDATE OR REPLACE t SET c = (SELECT"
                        + " c FROM u WHERE u.x = t.c) WHERE a IN (SELECT c FROM log); DELETE FROM t WHERE EXISTS (SELECT 1"
                        + " FROM t AS o WHERE o.c = t.c AND o.c > new.c); END",
                "CREATE TRIGGER g INSTEAD OF UPDATE ON w BEGIN UPDATE t SET c = new.k WHERE c = old.k; END",
                "CREATE TRIGGER g AFTER DELETE ON u BEGIN REPLACE INTO t VALUES (old.c, 2, 3, 4); "
                        + "UPDATE t SET c = u.c FROM u WHERE u.x = t.c; END",
            })
    void dependentsAreRenamedAsSqliteDoes(String dependent) throws SQLException {
        columnRename(dependent);
        tableRename(dependent);
    }

    private static void columnRename(String dependent) throws SQLException {
        try (Sqlite sqlite = filled(dependent)) {
            List<String> before = sqlite.schema();
            sqlite.run("ALTER TABLE t RENAME COLUMN c TO renamed");
            ReferenceRenamer renamer = new ReferenceRenamer(NativeRenameTest::columns);
            List<String> ours = new ArrayList<>();
            for (String sql : before) {
                RenameResult result = renamer.renameColumn(sql, "T", "C", "renamed");
                assertEquals(List.of(), result.doubts(), sql);
                ours.add(result.text());
            }
            assertAllSame(sqlite.schema(), ours);
        }
    }

    private static void tableRename(String dependent) throws SQLException {
        try (Sqlite sqlite = filled(dependent)) {
            List<String> before = sqlite.schema();
            sqlite.run("ALTER TABLE t RENAME TO renamed");
            ReferenceRenamer renamer = new ReferenceRenamer(TableColumns.unknown());
            assertAllSame(
                    sqlite.schema(),
                    before.stream()
                            .map(sql -> renamer.renameTable(sql, "t", "renamed").text())
                            .toList());
        }
    }

    private static Sqlite filled(String dependent) throws SQLException {
        Sqlite sqlite = new Sqlite();
        for (String table : TABLES) {
            sqlite.run(table);
        }
        sqlite.run(dependent);
        return sqlite;
    }

    private static Optional<List<String>> columns(String table) {
        return TABLES.stream()
                .filter(sql -> sql.startsWith("CREATE TABLE"))
                .map(CreateTableText::parse)
                .filter(text -> text.name().is(table))
                .map(text -> text.columns().stream().map(c -> c.name().name()).toList())
                .findFirst();
    }

    private static void assertAllSame(List<String> theirs, List<String> ours) {
        assertEquals(theirs.size(), ours.size());
        for (int i = 0; i < ours.size(); i++) {
            assertSame(theirs.get(i), ours.get(i), "statement " + i);
        }
    }

    private static void assertSame(String theirs, String ours, String context) {
        assertEquals(Optional.empty(), TextEquivalence.difference(theirs, ours), context + "\n" + theirs + "\n" + ours);
    }
}
