// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.ServerVersion;
import java.util.List;

/**
 * The queries that read types that are made of functions. Those functions need the type, so they are part of its
 * definition and not routines of their own. Rows are as in {@link OtherCatalogue}.
 */
record TypeCatalogue(ServerVersion version) {

    private static final String NAME = OtherCatalogue.name("n.nspname", "t.typname");

    List<Guarded> queries() {
        return List.of(
                Guarded.by("pg_type", "NOT g.typisdefined", shells()),
                Guarded.by("pg_type", "g.typtype = 'b' AND g.typarray <> 0", bases()));
    }

    /** A condition of functions that make a base type. */
    static String makesType(String oid) {
        return "EXISTS (SELECT 1 FROM pg_catalog.pg_type bt WHERE bt.typtype = 'b' AND bt.oid >= 16384 AND " + oid
                + " IN (bt.typinput, bt.typoutput, bt.typreceive, bt.typsend, bt.typmodin, bt.typmodout,"
                + " bt.typanalyze))";
    }

    private static String shells() {
        return "SELECT n.nspname, t.typname AS name, 'shell type' AS type, 'CREATE TYPE ' || " + NAME
                + " AS definition,"
                + " 'DROP TYPE ' || " + NAME + " AS removal FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n"
                + " ON n.oid = t.typnamespace WHERE n.nspname = ANY (?) AND NOT t.typisdefined"
                + Catalogue.own("pg_type", "t.oid") + " ORDER BY 1, 2";
    }

    private static String function(String words, String column) {
        return " || CASE WHEN t." + column + "::pg_catalog.oid <> 0 THEN ', " + words + " = ' || t." + column
                + "::pg_catalog.regproc ELSE '' END";
    }

    private String bases() {
        String subscript = version.isAtLeast(14, 0)
                ? " || CASE WHEN t.typsubscript::pg_catalog.oid <> 0 AND t.typelem = 0 THEN ', SUBSCRIPT = '"
                        + " || t.typsubscript::pg_catalog.regproc ELSE '' END"
                : "";
        return """
                SELECT n.nspname, t.typname AS name, 'base type' AS type, 'CREATE TYPE ' || %1$s
                || COALESCE((SELECT pg_catalog.string_agg(E';\\n' || pg_catalog.rtrim(pg_catalog.pg_get_functiondef(p.oid))
                || COALESCE(E';\\nCOMMENT ON FUNCTION ' || p.oid::pg_catalog.regprocedure || ' IS '
                || pg_catalog.quote_literal(pg_catalog.obj_description(p.oid, 'pg_proc')), ''), '' ORDER BY
                CASE p.oid WHEN t.typinput THEN 0 WHEN t.typoutput THEN 1 ELSE 2 END, p.oid) FROM pg_catalog.pg_proc p
                WHERE p.oid IN (t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout, t.typanalyze)
                AND p.oid >= 16384), '') || E';\\nCREATE TYPE ' || %1$s || ' (INPUT = ' || t.typinput::pg_catalog.regproc
                || ', OUTPUT = ' || t.typoutput::pg_catalog.regproc""".formatted(NAME)
                + function("RECEIVE", "typreceive") + function("SEND", "typsend") + function("TYPMOD_IN", "typmodin")
                + function("TYPMOD_OUT", "typmodout") + function("ANALYZE", "typanalyze") + subscript
                + """
                 || ', INTERNALLENGTH = ' || CASE t.typlen WHEN -1 THEN 'VARIABLE' ELSE t.typlen::pg_catalog.text END
                || CASE WHEN t.typbyval THEN ', PASSEDBYVALUE' ELSE '' END
                || ', ALIGNMENT = ' || CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'i' THEN 'int4'
                ELSE 'double' END
                || ', STORAGE = ' || CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external'
                WHEN 'x' THEN 'extended' ELSE 'main' END
                || ', CATEGORY = ' || pg_catalog.quote_literal(t.typcategory::pg_catalog.text)
                || CASE WHEN t.typispreferred THEN ', PREFERRED = true' ELSE '' END
                || COALESCE(', DEFAULT = ' || pg_catalog.quote_literal(t.typdefault), '')
                || CASE WHEN t.typelem <> 0 THEN ', ELEMENT = ' || pg_catalog.format_type(t.typelem, NULL) ELSE '' END
                || CASE WHEN t.typdelim <> ',' THEN ', DELIMITER = ' || pg_catalog.quote_literal(t.typdelim::pg_catalog.text) ELSE '' END
                || CASE WHEN t.typcollation <> 0 THEN ', COLLATABLE = true' ELSE '' END
                || ')' || %2$s AS definition, 'DROP TYPE ' || %1$s || ' CASCADE' AS removal FROM pg_catalog.pg_type t
                JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE n.nspname = ANY (?) AND t.typtype = 'b'
                AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_type e WHERE e.typarray = t.oid)""".formatted(NAME, OtherCatalogue.comment("TYPE", NAME, "t.oid", "pg_type"))
                + Catalogue.own("pg_type", "t.oid") + " ORDER BY 1, 2";
    }
}
