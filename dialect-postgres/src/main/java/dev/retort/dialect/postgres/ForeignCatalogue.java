// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.ServerVersion;
import java.util.List;

/**
 * The queries that read wrappers, servers and tables of foreign data. Rows are as in {@link OtherCatalogue}. User mappings
 * hold passwords and are not read.
 */
record ForeignCatalogue(ServerVersion version) {

    private static final String NAME = OtherCatalogue.name("n.nspname", "c.relname");
    private static final String PARENT = OtherCatalogue.name("pn.nspname", "p.relname");

    List<Guarded> queries() {
        return List.of(
                Guarded.by("pg_foreign_data_wrapper", wrappers()),
                Guarded.by("pg_foreign_server", servers()),
                Guarded.by("pg_class", "g.relkind = 'f'", tables()),
                Guarded.by("pg_class", "g.relkind = 'f'", triggers()));
    }

    private static String options(String column) {
        return "COALESCE(' OPTIONS (' || (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(o.option_name) || ' '"
                + " || pg_catalog.quote_literal(o.option_value), ', ') FROM pg_catalog.pg_options_to_table(" + column
                + ") o) || ')', '')";
    }

    private static String wrappers() {
        String name = "pg_catalog.quote_ident(w.fdwname)";
        return """
                SELECT NULL AS nspname, w.fdwname AS name, 'foreign data wrapper' AS type,
                'CREATE FOREIGN DATA WRAPPER ' || %1$s
                || CASE WHEN w.fdwhandler <> 0 THEN ' HANDLER ' || w.fdwhandler::pg_catalog.regproc ELSE '' END
                || CASE WHEN w.fdwvalidator <> 0 THEN ' VALIDATOR ' || w.fdwvalidator::pg_catalog.regproc ELSE '' END
                || %2$s || %3$s AS definition, 'DROP FOREIGN DATA WRAPPER ' || %1$s AS removal
                FROM pg_catalog.pg_foreign_data_wrapper w
                WHERE pg_catalog.cardinality(?::pg_catalog.text[]) >= 0""".formatted(
                        name,
                        options("w.fdwoptions"),
                        OtherCatalogue.comment("FOREIGN DATA WRAPPER", name, "w.oid", "pg_foreign_data_wrapper"))
                + Catalogue.own("pg_foreign_data_wrapper", "w.oid") + " ORDER BY 2";
    }

    private static String servers() {
        String name = "pg_catalog.quote_ident(s.srvname)";
        return """
                SELECT NULL AS nspname, s.srvname AS name, 'foreign server' AS type, 'CREATE SERVER ' || %1$s
                || COALESCE(' TYPE ' || pg_catalog.quote_literal(s.srvtype), '')
                || COALESCE(' VERSION ' || pg_catalog.quote_literal(s.srvversion), '')
                || ' FOREIGN DATA WRAPPER ' || pg_catalog.quote_ident(w.fdwname) || %2$s || %3$s AS definition,
                'DROP SERVER ' || %1$s AS removal FROM pg_catalog.pg_foreign_server s
                JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw
                WHERE pg_catalog.cardinality(?::pg_catalog.text[]) >= 0""".formatted(
                                name,
                                options("s.srvoptions"),
                                OtherCatalogue.comment("SERVER", name, "s.oid", "pg_foreign_server"))
                + Catalogue.own("pg_foreign_server", "s.oid") + " ORDER BY 2";
    }

    /** A partition is made as a table and attached then. */
    private String tables() {
        String column = """
                pg_catalog.quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)
                || %1$s || CASE WHEN a.attcollation <> y.typcollation
                THEN ' COLLATE ' || a.attcollation::pg_catalog.regcollation ELSE '' END
                || COALESCE(CASE WHEN a.attgenerated = '' THEN ' DEFAULT ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid)
                ELSE ' GENERATED ALWAYS AS (' || pg_catalog.pg_get_expr(d.adbin, d.adrelid) || ')'
                || CASE a.attgenerated WHEN 's' THEN ' STORED' ELSE '' END END, '')
                || CASE WHEN a.attnotnull THEN %2$s || ' NOT NULL' ELSE '' END""".formatted(options("a.attfdwoptions"), notNullName());
        return """
                SELECT n.nspname, c.relname AS name, 'foreign table' AS type, 'CREATE FOREIGN TABLE ' || %1$s || ' ('
                || COALESCE((SELECT pg_catalog.string_agg(line, ', ' ORDER BY place) FROM (SELECT a.attnum AS place, %2$s
                AS line FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
                LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND (a.attislocal OR c.relispartition)
                UNION ALL SELECT 2000, 'CONSTRAINT ' || pg_catalog.quote_ident(k.conname) || ' '
                || pg_catalog.pg_get_constraintdef(k.oid) FROM pg_catalog.pg_constraint k WHERE k.conrelid = c.oid
                AND k.contype = 'c' AND (k.conislocal OR c.relispartition)) lines), '') || ')'
                || CASE WHEN c.relispartition THEN '' ELSE COALESCE(' INHERITS (' || parents.names || ')', '') END
                || ' SERVER ' || pg_catalog.quote_ident(s.srvname) || %3$s
                || CASE WHEN c.relispartition THEN E';\\nALTER TABLE ONLY ' || parents.names || ' ATTACH PARTITION ' || %1$s
                || ' ' || pg_catalog.pg_get_expr(c.relpartbound, c.oid) ELSE '' END
                || COALESCE((SELECT pg_catalog.string_agg(E';\\nALTER FOREIGN TABLE ' || %1$s || ' ALTER COLUMN '
                || pg_catalog.quote_ident(a.attname) || ' SET STATISTICS ' || a.attstattarget, '' ORDER BY a.attnum)
                FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND a.attstattarget >= 0), '')
                || %4$s || COALESCE((SELECT pg_catalog.string_agg(E';\\nCOMMENT ON COLUMN ' || %1$s || '.'
                || pg_catalog.quote_ident(a.attname) || ' IS ' || pg_catalog.quote_literal(e.description), ''
                ORDER BY a.attnum) FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_description e
                ON e.objoid = a.attrelid AND e.objsubid = a.attnum
                AND e.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass WHERE a.attrelid = c.oid), '') AS definition,
                'DROP FOREIGN TABLE ' || %1$s AS removal FROM pg_catalog.pg_foreign_table f
                JOIN pg_catalog.pg_class c ON c.oid = f.ftrelid
                JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                CROSS JOIN LATERAL (SELECT pg_catalog.string_agg(%5$s, ', ' ORDER BY i.inhseqno) AS names
                FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
                JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace WHERE i.inhrelid = c.oid) parents
                WHERE n.nspname = ANY (?)""".formatted(
                                NAME,
                                column,
                                options("f.ftoptions"),
                                OtherCatalogue.comment("FOREIGN TABLE", NAME, "c.oid", "pg_class"),
                                PARENT)
                + Catalogue.own("pg_class", "c.oid") + " ORDER BY 1, 2";
    }

    private String notNullName() {
        return version.isAtLeast(18, 0)
                ? "COALESCE((SELECT ' CONSTRAINT ' || pg_catalog.quote_ident(k.conname) FROM pg_catalog.pg_constraint k"
                        + " WHERE k.conrelid = a.attrelid AND k.contype = 'n' AND k.conkey[1] = a.attnum), '')"
                : "''";
    }

    /** A trigger of the model is one of a table or view of the model. */
    private static String triggers() {
        String name = "pg_catalog.quote_ident(t.tgname) || ' ON ' || " + NAME;
        return """
                SELECT n.nspname, t.tgname || ' (on ' || c.relname || ')' AS name, 'trigger' AS type,
                pg_catalog.pg_get_triggerdef(t.oid) || %2$s AS definition, 'DROP TRIGGER ' || %1$s AS removal
                FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid AND c.relkind = 'f'
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ANY (?) AND NOT t.tgisinternal AND t.tgparentid = 0""".formatted(name, OtherCatalogue.comment("TRIGGER", name, "t.oid", "pg_trigger"))
                + Catalogue.own("pg_trigger", "t.oid") + " ORDER BY 1, 2";
    }
}
