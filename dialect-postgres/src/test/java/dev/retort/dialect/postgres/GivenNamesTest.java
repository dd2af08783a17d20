// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.dialect.postgres.text.GivenNames;
import dev.retort.operation.CreateView;
import dev.retort.schema.View;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A constant has no name until PostgreSQL has written it with its type and reads that again: then it is named after the
 * type.
 */
@ExtendWith(TestServersExtension.class)
class GivenNamesTest {

    private static final List<String> QUERIES = List.of(
            "SELECT x.a FROM (SELECT p.a, p.b FROM t p UNION ALL SELECT 0, 'none') x",
            "SELECT x.a FROM (SELECT b, a, c FROM t UNION SELECT 'it''s', -1, -2.5 EXCEPT SELECT NULL, -5, NULL) x(b, a)",
            "WITH x AS (SELECT a, b FROM t UNION ALL SELECT -1, 'x' UNION SELECT -2, 'y') SELECT a, b FROM x",
            "WITH RECURSIVE x(n, w) AS (SELECT 1, 'a' UNION ALL SELECT n - 1, 'b' FROM x WHERE n > 0) SELECT n FROM x",
            "SELECT x.a FROM (SELECT a FROM t UNION (SELECT -1 INTERSECT SELECT y.a FROM (SELECT -3 AS a"
                    + " UNION SELECT -4) y)) x",
            "SELECT a FROM t WHERE EXISTS (SELECT 'x') AND b IN (SELECT 'y' UNION SELECT 'z') AND a = (SELECT -1)",
            "SELECT x.a FROM (SELECT a, b FROM t UNION SELECT -1, (SELECT 'deep')) x",
            "SELECT x.b FROM (SELECT b FROM t UNION SELECT 'z' COLLATE \"C\") x",
            "SELECT x.d FROM (SELECT date '2020-01-01', B'1', 1.5::float8, ARRAY[1] UNION"
                    + " SELECT '2020-01-02', B'0', -1.5, '{}') x(d)",
            "SELECT x.a FROM (SELECT a, b FROM t UNION (SELECT -1, 'x' FROM t ORDER BY b LIMIT 1)) x",
            "SELECT x.a FROM (SELECT a, ' UNION SELECT ''x''::text AS text, ' AS \"' UNION SELECT 'x'::text AS text\""
                    + " /* UNION SELECT 'x'::text AS text */ FROM t) x -- UNION SELECT 'x'::text AS text");

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "POSTGRES_OLDEST"})
    void constantsWithoutNamesComeBack(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers.get(kind))) {
            live.execute("CREATE TABLE t (a int, b text, c numeric)");
            for (int i = 0; i < QUERIES.size(); i++) {
                live.execute("CREATE VIEW v" + i + " AS " + QUERIES.get(i));
                live.execute("CREATE MATERIALIZED VIEW m" + i + " AS " + QUERIES.get(i));
            }
            live.adopt();
            live.recreates();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "POSTGRES_OLDEST"})
    void constantsOfRulesAndPoliciesComeBack(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers.get(kind))) {
            live.execute("CREATE TABLE t (a int, b text)");
            live.execute("CREATE POLICY p ON t USING (b IN (SELECT 'y' UNION SELECT 'z') AND a = (SELECT -1))");
            live.execute("CREATE RULE r AS ON DELETE TO t DO INSERT INTO t SELECT 1, 'a' UNION SELECT -2, 'b'");
            live.adopt();
            live.recreates();
        }
    }

    @Test
    void constantsInTheBodyOfAFunctionComeBack(TestServers servers) throws Exception {
        try (Live live = new Live(servers.get(ServerKind.POSTGRES))) {
            live.execute("CREATE FUNCTION f() RETURNS SETOF text BEGIN ATOMIC SELECT 'a' UNION SELECT 'b';"
                    + " SELECT 'c' WHERE EXISTS (SELECT 'd'); END");
            live.adopt();
            live.recreates();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT 'x'::text AS text|SELECT 'x'::text",
                "SELECT 'x'::text AS \"text\"|SELECT 'x'::text",
                "SELECT DISTINCT '-1'::integer  AS int4, a FROM t|SELECT DISTINCT '-1'::integer, a FROM t",
                "SELECT ALL 1, '5'::bigint AS int8 UNION SELECT 2, 3|SELECT ALL 1, '5'::bigint UNION SELECT 2, 3",
                "SELECT DISTINCT ON (a) NULL::character varying(3) AS varchar FROM t"
                        + "|SELECT DISTINCT ON (a) NULL::character varying(3) FROM t",
                "SELECT ('x'::text COLLATE pg_catalog.\"C\") AS text|SELECT ('x'::text COLLATE pg_catalog.\"C\")",
                "SELECT B'1'::\"bit\" AS \"bit\", '{}'::s.\"Odd\"[] AS \"Odd\"|SELECT B'1'::\"bit\", '{}'::s.\"Odd\"[]",
                "SELECT ( SELECT 'x'::text AS text) AS text|SELECT ( SELECT 'x'::text)",
                "SELECT 'x'::text AS a|`SELECT 'x'::text AS a`",
                "SELECT '1'::integer AS integer|`SELECT '1'::integer AS integer`",
                "SELECT '1 day'::interval day to second(3) AS \"interval\"|SELECT '1 day'::interval day to second(3)",
                "SELECT ('x'::text + 'y'::text) AS text|`SELECT ('x'::text + 'y'::text) AS text`",
                "SELECT ('x'::text COLLATE \"C\" + 'y'::text) AS text"
                        + "|`SELECT ('x'::text COLLATE \"C\" + 'y'::text) AS text`",
                "SELECT 'x'::text IS NULL AS text|`SELECT 'x'::text IS NULL AS text`",
                "SELECT 1::int4 = 1::int4 AS int4|`SELECT 1::int4 = 1::int4 AS int4`",
                "SELECT ('{x}'::text[])[1] AS text|`SELECT ('{x}'::text[])[1] AS text`",
                "SELECT a::text AS text FROM t|`SELECT a::text AS text FROM t`",
                "SELECT CAST('x'::text AS text)|`SELECT CAST('x'::text AS text)`",
                "SELECT XMLFOREST('x'::text AS text)|`SELECT XMLFOREST('x'::text AS text)`",
                "SELECT a FROM f('x'::text) AS text|`SELECT a FROM f('x'::text) AS text`",
                "SELECT ', 1::int AS int4' AS \"SELECT 'x'::text AS text\""
                        + "|`SELECT ', 1::int AS int4' AS \"SELECT 'x'::text AS text\"`",
                "SELECT a /* , 'x'::text AS text */ -- , 'x'::text AS text"
                        + "|`SELECT a /* , 'x'::text AS text */ -- , 'x'::text AS text`"
            })
    void onlyNamesThatAreGivenAnywayGo(String sql, String without) {
        assertEquals(without, GivenNames.without(sql));
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "POSTGRES_OLDEST"})
    void columnsWithoutNamesHaveThoseThatTheServerGives(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers.get(kind))) {
            live.execute("CREATE TABLE t (a int, b text)");
            live.adopt();
            List<String> items = List.of(
                    "a::bigint",
                    "(a + 1)::bigint",
                    "(a + 1)::smallint::varchar(3)",
                    "CASE WHEN a > 1 THEN 2 ELSE 3 END::smallint",
                    "CASE WHEN a > 1 THEN 2 ELSE a END",
                    "CASE WHEN a > 1 THEN 2 END",
                    "ARRAY[a, 2]",
                    "b COLLATE \"C\"",
                    "now()::timestamp(3) with time zone",
                    "EXISTS (SELECT 1)",
                    "a > 1");
            for (int i = 0; i < items.size(); i++) {
                live.run(new CreateView(View.of("v" + i, "SELECT " + items.get(i) + " FROM t"), false));
            }
            live.recreates();
        }
    }
}
