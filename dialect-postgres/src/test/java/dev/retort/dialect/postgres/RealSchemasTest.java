// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.CreateTable;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Options;
import dev.retort.schema.TextAttributes;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What schemas of published projects have shown. */
class RealSchemasTest extends OnServer {

    private String defaults() throws Exception {
        return live.value("SELECT COALESCE(pg_get_expr(d.adbin, d.adrelid), 'none') FROM pg_attribute a LEFT JOIN"
                + " pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE a.attrelid = 't'::regclass"
                + " AND a.attnum > 0 ORDER BY a.attnum");
    }

    @Test
    void aNumberInQuotesIsTheOneThatPostgresKeeps() throws Exception {
        DataType bigint = new DataType.BigInt();
        live.run(CreateTable.of(table(
                        Column.of("a", bigint).withDefault(DefaultValue.of("0")),
                        Column.of("b", bigint).withDefault(DefaultValue.of(0)),
                        Column.of("c", INTEGER).withDefault(DefaultValue.of("0")),
                        Column.of("d", new DataType.Double()).withDefault(DefaultValue.of("1.50")),
                        Column.of("e", new DataType.Decimal(5, 2)).withDefault(DefaultValue.of("-5")))
                .build()));
        assertEquals("'0'::bigint,0,0,'1.5'::double precision,'-5'::numeric", defaults());
        assertEquals(DefaultValue.of("0"), live.table("t").columns().get(0).defaultValue());
        assertEquals(DefaultValue.of(0), live.table("t").columns().get(2).defaultValue());
        live.recreates();
    }

    @Test
    void aConstantOfAnotherTypeThanItsColumnKeepsIt() throws Exception {
        live.execute("CREATE TABLE t (a varchar(9) DEFAULT 'a'::text, b float8 DEFAULT 1e10, c bigint DEFAULT -1,"
                + " d timestamp DEFAULT '2020-01-01'::date, e text DEFAULT 'e'::varchar)");
        String before = defaults();
        live.adopt();
        live.run(AlterColumn.of(T, name("c")).withDefault(DefaultValue.sql("7")));
        live.recreates();
        assertTrue(before.startsWith("'a'::text,'10000000000'::numeric,'-1'::integer,"), before);
    }

    @Test
    void aNullThatGoesThroughALengthIsADefault() throws Exception {
        DataType limited = new DataType.Varchar(9, TextAttributes.DEFAULT);
        live.run(CreateTable.of(table(
                        Column.of("a", limited).withDefault(DefaultValue.sql("NULL")),
                        Column.of("b", TEXT).withDefault(DefaultValue.sql("NULL")),
                        Column.of("c", new DataType.Decimal(5, 2)).withDefault(DefaultValue.sql("NULL::numeric")))
                .build()));
        assertEquals("NULL::character varying,none,NULL::numeric", defaults());
        live.recreates();
    }

    @Test
    void datePartIsNotExtract() throws Exception {
        live.execute(
                "CREATE TABLE t (a float8 DEFAULT date_part('YEAR', now()), b numeric DEFAULT EXTRACT(year FROM now()))");
        String before = defaults();
        live.adopt();
        live.recreates();
        assertEquals("date_part('YEAR'::text, now()),EXTRACT(year FROM now())", before);
        assertEquals(
                DefaultValue.sql("EXTRACT(year FROM now())"),
                live.table("t").columns().get(1).defaultValue());
    }

    @Test
    void aFunctionThatTakesRowsOfATableIsMadeBetweenTheTableAndItsIndex() throws Exception {
        live.execute("CREATE TABLE t (a int, b text)");
        live.execute("CREATE FUNCTION f(t) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1.b'");
        live.execute("CREATE INDEX ix ON t (f(t.*))");
        live.adopt();
        live.recreates();
    }

    @Test
    void policiesOfTwoTablesAboutEachOtherAreMadeWhenBothAreThere() throws Exception {
        live.execute("CREATE TABLE t (a int)");
        live.execute("CREATE TABLE s (a int)");
        live.execute("CREATE POLICY p ON t USING (EXISTS (SELECT 1 FROM s WHERE s.a = t.a))");
        live.execute("CREATE POLICY p ON s USING (EXISTS (SELECT 1 FROM t WHERE s.a = t.a))");
        live.adopt();
        live.recreates();
    }

    @Test
    void aTypeMayBeNamedLikeAWordOfTheLanguage() throws Exception {
        live.execute("CREATE TABLE language (id int)");
        live.execute("CREATE FUNCTION f() RETURNS SETOF language LANGUAGE sql AS 'SELECT * FROM language'");
        live.adopt();
        live.recreates();
    }

    @Test
    void aViewMayHaveAColumnWithoutAName() throws Exception {
        live.execute("CREATE VIEW v AS SELECT 1, 2 AS b");
        live.execute("CREATE VIEW w AS SELECT * FROM v");
        live.execute("CREATE VIEW u AS SELECT 'a' AS x, 1 UNION ALL SELECT 'b', 2 UNION SELECT NULL, 3");
        live.adopt();
        live.recreates();
    }

    @Test
    void theActionsOfARuleAreOneStatement() throws Exception {
        live.execute("CREATE TABLE t (a int)");
        live.execute("CREATE RULE r AS ON DELETE TO t DO (NOTIFY x; UPDATE t SET a = 1 WHERE false)");
        live.adopt();
        live.recreates();
    }

    @Test
    void aWholeRowOfAViewIsNotAListOfColumns() throws Exception {
        live.execute("CREATE TABLE t (a int, b text)");
        live.execute("CREATE VIEW v AS SELECT x.a, row_to_json(x.*) AS j FROM t x");
        live.adopt();
        live.recreates();
    }

    @Test
    void aColumnThatAChildSaysAgainIsItsOwn() throws Exception {
        live.execute("CREATE TABLE p (a int, b int DEFAULT 1)");
        live.execute("CREATE TABLE t (c int, b int DEFAULT 2) INHERITS (p)");
        live.adopt();
        Options own = live.table("t").columns().get(1).options();
        assertEquals(Options.of("postgres", "local", true), own);
        assertEquals(Options.NONE, live.table("t").columns().get(0).options());
        live.recreates();
    }

    @Test
    void theConstraintThatMakesAColumnNotNullIsRenamed() throws Exception {
        live.execute("CREATE TABLE t (a int CONSTRAINT there NOT NULL)");
        live.adopt();
        assertEquals(
                Options.of("postgres", "not_null", "there"),
                live.table("t").columns().get(0).options());
        live.recreates();
        live.run(AlterColumn.of(T, name("a")).withOptions(Options.of("postgres", "not_null", "here")));
    }

    @Test
    void aKeyInTimeAndAReferenceToItAreReadBack() throws Exception {
        live.execute("CREATE EXTENSION btree_gist");
        live.execute("CREATE TABLE r (id int, at daterange, PRIMARY KEY (id, at WITHOUT OVERLAPS))");
        live.execute("CREATE TABLE t (id int, at daterange, FOREIGN KEY (id, PERIOD at) REFERENCES r (id, PERIOD at))");
        live.adopt();
        live.recreates();
    }

    @Test
    void operatorClassesAndCollationsOffTheSearchPathAreNamedInFull() throws Exception {
        live.execute("CREATE SCHEMA extensions");
        live.execute("CREATE EXTENSION pg_trgm WITH SCHEMA extensions");
        live.execute("CREATE COLLATION extensions.german (provider = icu, locale = 'de')");
        live.execute("CREATE TABLE t (a text COLLATE extensions.german)");
        live.execute("CREATE INDEX ix ON t USING gin (a extensions.gin_trgm_ops)");
        live.adoptAll("extensions");
        live.recreates();
    }

    @Test
    void whatATypeIsMadeOfBelongsToIt() throws Exception {
        live.execute("CREATE TYPE own");
        live.execute("CREATE FUNCTION own_in(cstring) RETURNS own LANGUAGE internal IMMUTABLE STRICT AS 'int4in'");
        live.execute("CREATE FUNCTION own_out(own) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out'");
        live.execute("CREATE TYPE own (INPUT = own_in, OUTPUT = own_out, LIKE = int4)");
        live.execute("CREATE TABLE t (a own)");
        live.adopt();
        assertTrue(live.inspect().routines().isEmpty());
        live.recreates();
    }

    @Test
    void aForeignTableAndItsServerAreReadBack() throws Exception {
        live.execute("CREATE EXTENSION postgres_fdw");
        live.execute("CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'it''s')");
        live.execute("CREATE FOREIGN TABLE f (id int OPTIONS (column_name 'x') NOT NULL) SERVER far");
        live.execute("CREATE VIEW v AS SELECT id FROM f");
        live.execute("COMMENT ON COLUMN f.id IS 'far'");
        live.adopt();
        live.recreates();
        assertEquals(0, live.inspection().findings().size());
    }

    @Test
    void whatIsNotReadIsAFinding() throws Exception {
        live.execute("CREATE EXTENSION postgres_fdw");
        live.execute("CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw");
        live.execute("CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (password 'secret')");
        String findings = live.inspection().findings().toString();
        assertTrue(findings.contains("user mapping 'public for far'"), findings);
        assertTrue(!findings.contains("secret"), findings);
    }

    @Test
    void anArrayHasTheCollationOfItsElements() throws Exception {
        live.execute("CREATE TABLE t (a text[] COLLATE \"C\", b varchar(9)[])");
        live.adopt();
        live.recreates();
        assertEquals(
                "C,default",
                live.value("SELECT collname FROM pg_attribute a JOIN pg_collation c ON c.oid = attcollation"
                        + " WHERE attrelid = 't'::regclass AND attnum > 0 ORDER BY attnum"));
    }

    @Test
    void aColumnOfAChildMayHaveNoDefaultWhereTheParentHasOne() throws Exception {
        live.execute("CREATE TABLE p (a int DEFAULT 1)");
        live.execute("CREATE TABLE t (a int, b int)");
        live.execute("ALTER TABLE t INHERIT p");
        live.adopt();
        live.recreates();
        assertEquals("none,none", defaults());
    }

    @Test
    void aTextThatItsTypeCutsIsNoConstant() throws Exception {
        live.execute(
                "CREATE TABLE t (a varchar(3) DEFAULT 'abcde'::varchar(3), b varchar(3) DEFAULT 'abc'::varchar(3))");
        live.adopt();
        live.recreates();
        assertTrue(defaults().startsWith("'abcde'::character varying(3),"), defaults());
    }

    @Test
    void onlyANameTakesASubscriptWithoutParentheses() throws Exception {
        live.execute("CREATE TABLE t (a int DEFAULT (ARRAY[1, 2])[2], b text DEFAULT (string_to_array('a b', ' '))[1],"
                + " c int[], CHECK (c[1] > 0 AND (c)[2] > 1 AND (array_append(c, 5))[1:2] <> c))");
        live.adopt();
        live.recreates();
    }

    @Test
    void aColumnOfAViewHasTheTypeThatIsSaid() throws Exception {
        live.execute("CREATE TABLE t (a varchar(9))");
        live.execute("CREATE VIEW v AS SELECT a::text AS b, 'x'::name AS c, 'y'::varchar AS d, 'z' AS e FROM t");
        live.adopt();
        live.recreates();
        assertEquals(
                "text,name,character varying,text",
                live.value("SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'v'::regclass"
                        + " AND attnum > 0 ORDER BY attnum"));
    }

    @Test
    void aTableMayBeCalledLikeAWordThatCreatesAnExtension() throws Exception {
        live.execute("CREATE SCHEMA extensions");
        live.execute("CREATE EXTENSION pg_trgm WITH SCHEMA extensions");
        live.execute("CREATE TABLE \"with\" (a text)");
        live.execute("CREATE INDEX ix ON \"with\" USING gin (a extensions.gin_trgm_ops)");
        live.adoptAll("extensions");
        live.recreates();
    }

    @Test
    void aPlainNumberStaysPlain() throws Exception {
        live.run(CreateTable.of(
                table(Column.of("a", new DataType.Decimal(9, 2)).withDefault(DefaultValue.of(new BigDecimal("0.50"))))
                        .build()));
        assertEquals("0.50", defaults());
    }
}
