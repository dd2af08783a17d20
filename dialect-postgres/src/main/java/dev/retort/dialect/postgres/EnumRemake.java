// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identifier;
import dev.retort.schema.Literal;
import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes an enum type anew with fewer values: the old one is set aside, the columns go over to the new one, and the old one is
 * dropped. The database itself tells which columns those are. A row with the value that goes, a view of such a column or a
 * routine that takes the type stops it, and everything is rolled back.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-enum.html">Enumerated Types</a>, which have no DROP VALUE
 */
record EnumRemake(Supplier<SqlWriter> writers) {

    private static final String DECLARE = "DECLARE step text; steps text[]; BEGIN ";

    /** Defaults are read while the type has its name, so that their text means the new one afterwards. */
    private static final String COLLECT = "SELECT pg_catalog.array_agg(s.step ORDER BY s.place) INTO steps FROM (SELECT"
            + " a.attrelid::pg_catalog.regclass AS r, a.attname AS n, pg_catalog.format_type(a.atttypid, NULL) AS t,"
            + " CASE WHEN a.atttypid = e.oid THEN 'text' ELSE 'text[]' END AS through,"
            + " pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS value"
            + " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')"
            + " JOIN pg_catalog.pg_type e ON e.oid = pg_catalog.to_regtype(%s) AND a.atttypid IN (e.oid, e.typarray)"
            + " LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.attgenerated = ''"
            + " WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attinhcount = 0) f CROSS JOIN LATERAL (VALUES"
            + " (1, CASE WHEN value IS NOT NULL THEN pg_catalog.format('ALTER TABLE %%s ALTER COLUMN %%I DROP DEFAULT', r, n)"
            + " END), (2, pg_catalog.format('ALTER TABLE %%s ALTER COLUMN %%I SET DATA TYPE %%s USING %%I::%%s::%%s', r, n, t,"
            + " n, through, t)), (3, CASE WHEN value IS NOT NULL THEN"
            + " pg_catalog.format('ALTER TABLE %%s ALTER COLUMN %%I SET DEFAULT %%s', r, n, value) END)) AS s (place, step)"
            + " WHERE s.step IS NOT NULL; ";

    private static final String CHANGE = "FOREACH step IN ARRAY COALESCE(steps, '{}') LOOP EXECUTE step; END LOOP; ";

    /** The statement that makes a type what it is to be. */
    Statement to(EnumType type) {
        QualifiedName name = type.name();
        QualifiedName aside = name.sibling(new Identifier(name.name().value() + "_before"));
        String quoted = writers.get().name(name).toString();
        String rename = "ALTER TYPE " + quoted + " RENAME TO " + writers.get().name(aside.name());
        List<Literal> values =
                type.values().stream().<Literal>map(Literal.Text::new).toList();
        String create = writers.get()
                .sql("CREATE TYPE")
                .name(name)
                .sql("AS ENUM")
                .list(values, SqlWriter::literal)
                .toString();
        String block = DECLARE + String.format(COLLECT, literal(quoted)) + rename + "; " + create + "; " + CHANGE
                + "DROP TYPE " + writers.get().name(aside) + "; END";
        String tag = "$retort$";
        for (int i = 1; block.contains(tag); i++) {
            tag = "$retort" + i + "$";
        }
        return new Statement.Sql("DO " + tag + " " + block + " " + tag);
    }

    private String literal(String text) {
        return writers.get().literal(new Literal.Text(text)).toString();
    }
}
