// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import java.util.List;

/** The queries that read families and classes of operators. Rows are as in {@link OtherCatalogue}. */
final class OperatorCatalogue {

    private static final String FAMILY = OtherCatalogue.name("fn.nspname", "f.opfname");

    private OperatorCatalogue() {}

    static List<Guarded> queries() {
        return List.of(Guarded.by("pg_opfamily", families()), Guarded.by("pg_opclass", classes()));
    }

    /** The operators and functions that belong to a class or family, each as it stands in their definition. */
    private static String members(String catalog, String oid, String deptype) {
        return """
                (SELECT pg_catalog.string_agg(line, ', ' ORDER BY kind, left_type, right_type, nr) FROM (
                SELECT 1 AS kind, o.amopstrategy AS nr, o.amoplefttype AS left_type, o.amoprighttype AS right_type,
                'OPERATOR ' || o.amopstrategy || ' ' || o.amopopr::pg_catalog.regoperator
                || CASE WHEN o.amoppurpose = 'o' THEN ' FOR ORDER BY ' || %4$s ELSE '' END AS line
                FROM pg_catalog.pg_amop o JOIN pg_catalog.pg_depend d
                ON d.classid = 'pg_catalog.pg_amop'::pg_catalog.regclass AND d.objid = o.oid
                LEFT JOIN pg_catalog.pg_opfamily sf ON sf.oid = o.amopsortfamily
                LEFT JOIN pg_catalog.pg_namespace sn ON sn.oid = sf.opfnamespace
                WHERE d.refclassid = 'pg_catalog.%1$s'::pg_catalog.regclass AND d.refobjid = %2$s AND d.deptype = '%3$s'
                UNION ALL SELECT 2, p.amprocnum, p.amproclefttype, p.amprocrighttype, 'FUNCTION ' || p.amprocnum || ' ('
                || pg_catalog.format_type(p.amproclefttype, NULL) || ', '
                || pg_catalog.format_type(p.amprocrighttype, NULL) || ') ' || p.amproc::pg_catalog.regprocedure
                FROM pg_catalog.pg_amproc p JOIN pg_catalog.pg_depend d
                ON d.classid = 'pg_catalog.pg_amproc'::pg_catalog.regclass AND d.objid = p.oid
                WHERE d.refclassid = 'pg_catalog.%1$s'::pg_catalog.regclass AND d.refobjid = %2$s AND d.deptype = '%3$s'
                ) members)""".formatted(catalog, oid, deptype, OtherCatalogue.name("sn.nspname", "sf.opfname"));
    }

    private static String families() {
        String name = FAMILY + " || ' USING ' || pg_catalog.quote_ident(m.amname)";
        return """
                SELECT fn.nspname, f.opfname || ' (' || m.amname || ')' AS name, 'operator family' AS type,
                'CREATE OPERATOR FAMILY ' || %1$s
                || COALESCE(E';\\nALTER OPERATOR FAMILY ' || %1$s || ' ADD ' || %2$s, '') || %3$s AS definition,
                'DROP OPERATOR FAMILY ' || %1$s AS removal
                FROM pg_catalog.pg_opfamily f JOIN pg_catalog.pg_am m ON m.oid = f.opfmethod
                JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace WHERE fn.nspname = ANY (?)""".formatted(
                                name,
                                members("pg_opfamily", "f.oid", "a"),
                                OtherCatalogue.comment("OPERATOR FAMILY", name, "f.oid", "pg_opfamily"))
                + Catalogue.own("pg_opfamily", "f.oid") + " ORDER BY 1, 2";
    }

    private static String classes() {
        String bare = OtherCatalogue.name("n.nspname", "c.opcname");
        String name = bare + " || ' USING ' || pg_catalog.quote_ident(m.amname)";
        return """
                SELECT n.nspname, c.opcname || ' (class, ' || m.amname || ')' AS name, 'operator class' AS type,
                'CREATE OPERATOR CLASS ' || %1$s || CASE WHEN c.opcdefault THEN ' DEFAULT' ELSE '' END || ' FOR TYPE '
                || pg_catalog.format_type(c.opcintype, NULL) || ' USING ' || pg_catalog.quote_ident(m.amname)
                || ' FAMILY ' || %2$s || ' AS ' || pg_catalog.concat_ws(', ',
                CASE WHEN c.opckeytype <> 0 THEN 'STORAGE ' || pg_catalog.format_type(c.opckeytype, NULL) END, %3$s,
                CASE WHEN c.opckeytype = 0 AND %3$s IS NULL
                THEN 'STORAGE ' || pg_catalog.format_type(c.opcintype, NULL) END) || %4$s AS definition,
                'DROP OPERATOR CLASS ' || %5$s AS removal
                FROM pg_catalog.pg_opclass c JOIN pg_catalog.pg_am m ON m.oid = c.opcmethod
                JOIN pg_catalog.pg_namespace n ON n.oid = c.opcnamespace
                JOIN pg_catalog.pg_opfamily f ON f.oid = c.opcfamily
                JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace WHERE n.nspname = ANY (?)""".formatted(
                                bare,
                                FAMILY,
                                members("pg_opclass", "c.oid", "i"),
                                OtherCatalogue.comment("OPERATOR CLASS", name, "c.oid", "pg_opclass"),
                                name)
                + Catalogue.own("pg_opclass", "c.oid") + " ORDER BY 1, 2";
    }
}
