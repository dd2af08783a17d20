// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.ServerVersion;
import java.util.List;

/** The queries that read what belongs to the whole database, and rare kinds of objects. Rows as in {@link OtherCatalogue}. */
record DatabaseCatalogue(ServerVersion version) {

    private static final String EVERYWHERE = " WHERE pg_catalog.cardinality(?::pg_catalog.text[]) >= 0";

    List<Guarded> queries() {
        return List.of(
                Guarded.by("pg_language", languages()),
                Guarded.by("pg_am", methods()),
                Guarded.by("pg_conversion", conversions()),
                Guarded.by("pg_ts_template", templates()),
                Guarded.by("pg_ts_parser", parsers()),
                Guarded.by("pg_transform", transforms()),
                Guarded.by("pg_publication", publications()));
    }

    private static String function(String words, String column) {
        return " || CASE WHEN " + column + "::pg_catalog.oid <> 0 THEN '" + words + "' || " + column
                + "::pg_catalog.regproc ELSE '' END";
    }

    private static String languages() {
        String name = "pg_catalog.quote_ident(l.lanname)";
        return "SELECT NULL AS nspname, l.lanname AS name, 'language' AS type, 'CREATE '"
                + " || CASE WHEN l.lanpltrusted THEN 'TRUSTED ' ELSE '' END || 'LANGUAGE ' || " + name
                + function(" HANDLER ", "l.lanplcallfoid") + function(" INLINE ", "l.laninline")
                + function(" VALIDATOR ", "l.lanvalidator") + " || "
                + OtherCatalogue.comment("LANGUAGE", name, "l.oid", "pg_language") + " AS definition,"
                + " 'DROP LANGUAGE ' || " + name + " AS removal FROM pg_catalog.pg_language l" + EVERYWHERE
                + " AND l.oid >= 16384" + Catalogue.own("pg_language", "l.oid") + " ORDER BY 2";
    }

    private static String methods() {
        String name = "pg_catalog.quote_ident(m.amname)";
        return "SELECT NULL AS nspname, m.amname AS name, 'access method' AS type, 'CREATE ACCESS METHOD ' || " + name
                + " || CASE m.amtype WHEN 't' THEN ' TYPE TABLE' ELSE ' TYPE INDEX' END || ' HANDLER '"
                + " || m.amhandler::pg_catalog.regproc || "
                + OtherCatalogue.comment("ACCESS METHOD", name, "m.oid", "pg_am") + " AS definition,"
                + " 'DROP ACCESS METHOD ' || " + name + " AS removal FROM pg_catalog.pg_am m" + EVERYWHERE
                + " AND m.oid >= 16384" + Catalogue.own("pg_am", "m.oid") + " ORDER BY 2";
    }

    private static String conversions() {
        String name = OtherCatalogue.name("n.nspname", "c.conname");
        return "SELECT n.nspname, c.conname AS name, 'conversion' AS type, 'CREATE '"
                + " || CASE WHEN c.condefault THEN 'DEFAULT ' ELSE '' END || 'CONVERSION ' || " + name + " || ' FOR '"
                + " || pg_catalog.quote_literal(pg_catalog.pg_encoding_to_char(c.conforencoding)) || ' TO '"
                + " || pg_catalog.quote_literal(pg_catalog.pg_encoding_to_char(c.contoencoding)) || ' FROM '"
                + " || c.conproc::pg_catalog.regproc || "
                + OtherCatalogue.comment("CONVERSION", name, "c.oid", "pg_conversion") + " AS definition,"
                + " 'DROP CONVERSION ' || " + name + " AS removal FROM pg_catalog.pg_conversion c"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace WHERE n.nspname = ANY (?)"
                + Catalogue.own("pg_conversion", "c.oid") + " ORDER BY 1, 2";
    }

    private static String templates() {
        String name = OtherCatalogue.name("n.nspname", "t.tmplname");
        return "SELECT n.nspname, t.tmplname AS name, 'text search template' AS type,"
                + " 'CREATE TEXT SEARCH TEMPLATE ' || " + name + " || ' (LEXIZE = ' || t.tmpllexize::pg_catalog.regproc"
                + function(", INIT = ", "t.tmplinit") + " || ')' || "
                + OtherCatalogue.comment("TEXT SEARCH TEMPLATE", name, "t.oid", "pg_ts_template") + " AS definition,"
                + " 'DROP TEXT SEARCH TEMPLATE ' || " + name + " AS removal FROM pg_catalog.pg_ts_template t"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = t.tmplnamespace WHERE n.nspname = ANY (?)"
                + Catalogue.own("pg_ts_template", "t.oid") + " ORDER BY 1, 2";
    }

    private static String parsers() {
        String name = OtherCatalogue.name("n.nspname", "p.prsname");
        return "SELECT n.nspname, p.prsname AS name, 'text search parser' AS type, 'CREATE TEXT SEARCH PARSER ' || "
                + name + " || ' (START = ' || p.prsstart::pg_catalog.regproc || ', GETTOKEN = '"
                + " || p.prstoken::pg_catalog.regproc || ', END = ' || p.prsend::pg_catalog.regproc"
                + " || ', LEXTYPES = ' || p.prslextype::pg_catalog.regproc" + function(", HEADLINE = ", "p.prsheadline")
                + " || ')' || " + OtherCatalogue.comment("TEXT SEARCH PARSER", name, "p.oid", "pg_ts_parser")
                + " AS definition, 'DROP TEXT SEARCH PARSER ' || " + name + " AS removal"
                + " FROM pg_catalog.pg_ts_parser p JOIN pg_catalog.pg_namespace n ON n.oid = p.prsnamespace"
                + " WHERE n.nspname = ANY (?)" + Catalogue.own("pg_ts_parser", "p.oid") + " ORDER BY 1, 2";
    }

    private static String transforms() {
        String name = "'FOR ' || pg_catalog.format_type(t.trftype, NULL) || ' LANGUAGE '"
                + " || pg_catalog.quote_ident(l.lanname)";
        return "SELECT NULL AS nspname, 'transform ' || " + name + " AS name, 'transform' AS type,"
                + " 'CREATE TRANSFORM ' || " + name + " || ' (' || pg_catalog.concat_ws(', ',"
                + " CASE WHEN t.trffromsql <> 0 THEN 'FROM SQL WITH FUNCTION '"
                + " || t.trffromsql::pg_catalog.oid::pg_catalog.regprocedure END,"
                + " CASE WHEN t.trftosql <> 0 THEN 'TO SQL WITH FUNCTION '"
                + " || t.trftosql::pg_catalog.oid::pg_catalog.regprocedure END) || ')' AS definition,"
                + " 'DROP TRANSFORM ' || " + name + " AS removal FROM pg_catalog.pg_transform t"
                + " JOIN pg_catalog.pg_language l ON l.oid = t.trflang" + EVERYWHERE
                + Catalogue.own("pg_transform", "t.oid") + " ORDER BY 2";
    }

    /** What is published, and of which tables, columns and rows. */
    private String publications() {
        String name = "pg_catalog.quote_ident(p.pubname)";
        String table = (version.isAtLeast(15, 0) ? "'TABLE ONLY ' || " : "'ONLY ' || ")
                + OtherCatalogue.name("n.nspname", "c.relname");
        String detail = version.isAtLeast(15, 0)
                ? " || COALESCE(' (' || (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', '"
                        + " ORDER BY a.attnum) FROM pg_catalog.pg_attribute a WHERE a.attrelid = r.prrelid"
                        + " AND a.attnum = ANY (r.prattrs)) || ')', '') || COALESCE(' WHERE ('"
                        + " || pg_catalog.pg_get_expr(r.prqual, r.prrelid) || ')', '')"
                : "";
        String schemas = version.isAtLeast(15, 0)
                ? " UNION ALL SELECT 2, pn.nspname, 'TABLES IN SCHEMA ' || pg_catalog.quote_ident(pn.nspname)"
                        + " FROM pg_catalog.pg_publication_namespace s JOIN pg_catalog.pg_namespace pn"
                        + " ON pn.oid = s.pnnspid WHERE s.pnpubid = p.oid"
                : "";
        String generated = version.isAtLeast(18, 0)
                ? " || CASE p.pubgencols WHEN 's' THEN ', publish_generated_columns = stored' ELSE '' END"
                : "";
        return "SELECT NULL AS nspname, p.pubname AS name, 'publication' AS type, 'CREATE PUBLICATION ' || " + name
                + " || CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE COALESCE(' FOR "
                + (version.isAtLeast(15, 0) ? "'" : "TABLE '")
                + " || (SELECT pg_catalog.string_agg(what, ', ' ORDER BY rank, place) FROM (SELECT 1 AS rank,"
                + " n.nspname || '.' || c.relname AS place, " + table + detail + " AS what"
                + " FROM pg_catalog.pg_publication_rel r JOIN pg_catalog.pg_class c ON c.oid = r.prrelid"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE r.prpubid = p.oid" + schemas
                + ") published), '') END || ' WITH (publish = ' || pg_catalog.quote_literal(pg_catalog.concat_ws(', ',"
                + " CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,"
                + " CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END))"
                + " || CASE WHEN p.pubviaroot THEN ', publish_via_partition_root = true' ELSE '' END" + generated
                + " || ')' || " + OtherCatalogue.comment("PUBLICATION", name, "p.oid", "pg_publication")
                + " AS definition, 'DROP PUBLICATION ' || " + name + " AS removal FROM pg_catalog.pg_publication p"
                + EVERYWHERE + Catalogue.own("pg_publication", "p.oid") + " ORDER BY 2";
    }
}
