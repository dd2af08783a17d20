// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.ServerVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * The queries that read what is said of an object beside its definition and has no place in the model: comments on parts,
 * triggers that are off, names of constraints that nobody names. Rows are as in {@link OtherCatalogue}; the name is that of
 * the object with the word for what is said in front of it.
 */
record SettingCatalogue(ServerVersion version) {

    private static final String RELATION = OtherCatalogue.name("n.nspname", "c.relname");
    private static final String FROM_RELATION =
            " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ANY (?)";

    List<Guarded> queries() {
        List<Guarded> queries = new ArrayList<>(List.of(
                Guarded.by("pg_class", "g.relkind = 'm'", viewIndexes()),
                // The schema public is older than anything of the user's.
                Guarded.always(schemaComments()),
                Guarded.commentsOn("pg_constraint", constraintComments()),
                Guarded.commentsOn("pg_class", columnComments()),
                Guarded.commentsOn("pg_class", indexComments()),
                Guarded.commentsOn("pg_policy", policyComments()),
                Guarded.by("pg_trigger", "NOT g.tgisinternal AND g.tgenabled <> 'O'", triggers()),
                Guarded.byRelation("pg_index", "indrelid", "g.indisclustered", clustered()),
                Guarded.by("pg_class", "g.relreplident <> 'd' AND g.relkind IN ('r', 'p', 'm')", identities()),
                Guarded.byRelation("pg_attribute", "attrelid", "g.attoptions IS NOT NULL", attributes()),
                Guarded.byRelation(
                        "pg_attribute",
                        "attrelid",
                        "g.attstattarget >= 0 AND g.attnum > 0 AND EXISTS (SELECT 1 FROM pg_catalog.pg_class gc"
                                + " WHERE gc.oid = g.attrelid AND gc.relkind IN ('i', 'I'))",
                        indexStatistics()),
                Guarded.byRelation(
                        "pg_attrdef",
                        "adrelid",
                        "EXISTS (SELECT 1 FROM pg_catalog.pg_class gc WHERE gc.oid = g.adrelid AND gc.relkind = 'v')",
                        viewDefaults()),
                Guarded.by("pg_class", "g.relkind = 'm'", viewColumns()),
                Guarded.byRelation("pg_attribute", "attrelid", "g.attidentity <> ''", identitySequences()),
                Guarded.by("pg_class", "g.reloftype <> 0", ofTypes())));
        if (version.isAtLeast(18, 0)) {
            queries.add(Guarded.byRelation(
                    "pg_constraint", "conrelid", "g.contype = 'n' AND NOT g.convalidated", unvalidatedNotNulls()));
        }
        if (version.isAtLeast(15, 0)) {
            queries.add(Guarded.by("pg_class", "g.relkind = 'S' AND g.relpersistence = 'u'", unloggedSequences()));
        }
        return queries;
    }

    private static String row(String name, String type, String definition, String removal) {
        return "SELECT n.nspname, " + name + " AS name, '" + type + "' AS type, " + definition + " AS definition, "
                + removal + " AS removal";
    }

    private static String commented(String name, String target, String from) {
        return row(
                        "'comment on ' || " + name,
                        "comment",
                        "'COMMENT ON " + target + " IS ' || pg_catalog.quote_literal(d.description)",
                        "'COMMENT ON " + target + " IS NULL'")
                + " FROM pg_catalog.pg_description d " + from;
    }

    private static String viewIndexes() {
        String name = OtherCatalogue.name("n.nspname", "ic.relname");
        return row(
                        "ic.relname",
                        "index of a materialized view",
                        "pg_catalog.pg_get_indexdef(i.indexrelid) || "
                                + OtherCatalogue.comment("INDEX", name, "i.indexrelid", "pg_class"),
                        "'DROP INDEX ' || " + name)
                + " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid"
                + " JOIN pg_catalog.pg_class c ON c.oid = i.indrelid AND c.relkind = 'm'" + FROM_RELATION
                + Catalogue.own("pg_class", "c.oid") + " ORDER BY 1, 2";
    }

    private static String schemaComments() {
        return commented(
                        "'schema ' || n.nspname",
                        "SCHEMA ' || pg_catalog.quote_ident(n.nspname) || '",
                        "JOIN pg_catalog.pg_namespace n ON n.oid = d.objoid")
                + " WHERE n.nspname = ANY (?) AND d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass"
                + " AND d.description <> 'standard public schema' ORDER BY 1";
    }

    private static String constraintComments() {
        return commented(
                        "'constraint ' || k.conname || ' (on ' || c.relname || ')'",
                        "CONSTRAINT ' || pg_catalog.quote_ident(k.conname) || ' ON ' || " + RELATION + " || '",
                        "JOIN pg_catalog.pg_constraint k ON k.oid = d.objoid"
                                + " JOIN pg_catalog.pg_class c ON c.oid = k.conrelid")
                + FROM_RELATION + " AND d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass ORDER BY 1, 2";
    }

    private static String columnComments() {
        return commented(
                        "'column ' || c.relname || '.' || a.attname",
                        "COLUMN ' || " + RELATION + " || '.' || pg_catalog.quote_ident(a.attname) || '",
                        "JOIN pg_catalog.pg_class c ON c.oid = d.objoid AND c.relkind IN ('v', 'm')"
                                + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid")
                + FROM_RELATION + " AND d.objsubid > 0 AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass"
                + " ORDER BY 1, 2";
    }

    /** Comments on the indexes behind constraints; those of other indexes are in the model. */
    private static String indexComments() {
        return commented(
                        "'index ' || c.relname",
                        "INDEX ' || " + RELATION + " || '",
                        "JOIN pg_catalog.pg_class c ON c.oid = d.objoid AND c.relkind IN ('i', 'I')")
                + FROM_RELATION + " AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND EXISTS (SELECT 1"
                + " FROM pg_catalog.pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))"
                + " ORDER BY 1, 2";
    }

    private static String policyComments() {
        return commented(
                        "'policy ' || p.polname || ' (on ' || c.relname || ')'",
                        "POLICY ' || pg_catalog.quote_ident(p.polname) || ' ON ' || " + RELATION + " || '",
                        "JOIN pg_catalog.pg_policy p ON p.oid = d.objoid"
                                + " JOIN pg_catalog.pg_class c ON c.oid = p.polrelid")
                + FROM_RELATION + " AND d.classoid = 'pg_catalog.pg_policy'::pg_catalog.regclass ORDER BY 1, 2";
    }

    private static String alter(String action) {
        return "'ALTER TABLE ' || " + RELATION + " || ' " + action;
    }

    private String triggers() {
        String name = " TRIGGER ' || pg_catalog.quote_ident(t.tgname)";
        return row(
                        "'firing of trigger ' || t.tgname || ' (on ' || c.relname || ')'",
                        "setting",
                        "'ALTER TABLE ' || " + RELATION + " || CASE t.tgenabled WHEN 'O' THEN ' ENABLE'"
                                + " WHEN 'D' THEN ' DISABLE' WHEN 'R' THEN"
                                + " ' ENABLE REPLICA' ELSE ' ENABLE ALWAYS' END || '" + name,
                        alter("ENABLE" + name))
                + " FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid" + FROM_RELATION
                + " AND (NOT t.tgisinternal AND t.tgenabled <> 'O' AND t.tgparentid = 0 OR EXISTS (SELECT 1 FROM"
                + " pg_catalog.pg_trigger p WHERE p.oid = t.tgparentid AND t.tgname !~ '^RI_ConstraintTrigger'"
                + " AND p.tgenabled <> t.tgenabled)) ORDER BY 1, 2";
    }

    private static String clustered() {
        return row(
                        "'cluster of ' || c.relname",
                        "setting",
                        alter("CLUSTER ON ' || pg_catalog.quote_ident(ic.relname)"),
                        alter("SET WITHOUT CLUSTER'"))
                + " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid"
                + " JOIN pg_catalog.pg_class c ON c.oid = i.indrelid" + FROM_RELATION
                + " AND i.indisclustered ORDER BY 1, 2";
    }

    private static String identities() {
        return row(
                        "'replica identity of ' || c.relname",
                        "setting",
                        alter("REPLICA IDENTITY ' || CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING'"
                                + " ELSE 'USING INDEX ' || pg_catalog.quote_ident((SELECT ic.relname FROM"
                                + " pg_catalog.pg_index i JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid"
                                + " WHERE i.indrelid = c.oid AND i.indisreplident)) END"),
                        alter("REPLICA IDENTITY DEFAULT'"))
                + " FROM pg_catalog.pg_class c" + FROM_RELATION
                + " AND c.relkind IN ('r', 'p', 'm') AND c.relreplident <> 'd' ORDER BY 1, 2";
    }

    private static String column(String action) {
        return alter("ALTER COLUMN ' || pg_catalog.quote_ident(a.attname) || ' " + action);
    }

    private static String attributes() {
        return row(
                        "'options of ' || c.relname || '.' || a.attname",
                        "setting",
                        column("SET (' || pg_catalog.array_to_string(a.attoptions, ', ') || ')'"),
                        column("RESET (' || (SELECT pg_catalog.string_agg(pg_catalog.split_part(o, '=', 1), ', ')"
                                + " FROM pg_catalog.unnest(a.attoptions) o) || ')'"))
                + " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid" + FROM_RELATION
                + " AND c.relkind IN ('r', 'p', 'm') AND a.attoptions IS NOT NULL AND NOT a.attisdropped ORDER BY 1, 2";
    }

    private static String indexStatistics() {
        String change = "'ALTER INDEX ' || " + RELATION + " || ' ALTER COLUMN ' || a.attnum || ' SET STATISTICS ";
        return row(
                        "'statistics of ' || c.relname || '.' || a.attnum",
                        "setting",
                        change + "' || a.attstattarget",
                        change + "-1'")
                + " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid" + FROM_RELATION
                + " AND c.relkind IN ('i', 'I') AND a.attstattarget >= 0 ORDER BY 1, 2";
    }

    /** A column that may still hold NULL is read as one. */
    private static String unvalidatedNotNulls() {
        return row(
                        "'not null of ' || c.relname || '.' || a.attname",
                        "setting",
                        alter("ADD CONSTRAINT ' || pg_catalog.quote_ident(k.conname) || ' NOT NULL '"
                                + " || pg_catalog.quote_ident(a.attname) || CASE WHEN k.connoinherit"
                                + " THEN ' NO INHERIT' ELSE '' END || ' NOT VALID'"),
                        alter("DROP CONSTRAINT ' || pg_catalog.quote_ident(k.conname)"))
                + " FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid"
                + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]" + FROM_RELATION
                + " AND k.contype = 'n' AND k.conislocal AND NOT k.convalidated AND c.relkind IN ('r', 'p') ORDER BY 1, 2";
    }

    /** A sequence that a column owns goes with its table. */
    private static String unloggedSequences() {
        return row(
                        "'persistence of ' || c.relname",
                        "setting",
                        "'ALTER SEQUENCE ' || " + RELATION + " || ' SET UNLOGGED'",
                        "'ALTER SEQUENCE ' || " + RELATION + " || ' SET LOGGED'")
                + " FROM pg_catalog.pg_class c" + FROM_RELATION
                + " AND c.relkind = 'S' AND c.relpersistence = 'u' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d"
                + " WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid"
                + " AND d.deptype IN ('a', 'i')) ORDER BY 1, 2";
    }

    private static String viewColumns() {
        String change = "'ALTER MATERIALIZED VIEW ' || " + RELATION
                + " || ' ALTER COLUMN ' || pg_catalog.quote_ident(a.attname) || ' SET ";
        return row(
                        "'statistics of ' || c.relname || '.' || a.attname",
                        "setting",
                        change + "STATISTICS ' || a.attstattarget",
                        change + "STATISTICS -1'")
                + " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid" + FROM_RELATION
                + " AND c.relkind = 'm' AND a.attnum > 0 AND a.attstattarget >= 0 AND NOT a.attisdropped ORDER BY 1, 2";
    }

    private static String viewDefaults() {
        String of = "'ALTER VIEW ' || " + RELATION + " || ' ALTER COLUMN ' || pg_catalog.quote_ident(a.attname) || ' ";
        return row(
                        "'default of ' || c.relname || '.' || a.attname",
                        "setting",
                        of + "SET DEFAULT ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid)",
                        of + "DROP DEFAULT'")
                + " FROM pg_catalog.pg_attrdef d JOIN pg_catalog.pg_class c ON c.oid = d.adrelid AND c.relkind = 'v'"
                + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum" + FROM_RELATION
                + " ORDER BY 1, 2";
    }

    /** Names of the sequences behind identity columns, but for those that the server chose for the table's first name. */
    private static String identitySequences() {
        String usual = "c.relname || '_' || a.attname || '_seq'";
        String prefix = OtherCatalogue.name("n.nspname", usual);
        String name = OtherCatalogue.name("n.nspname", "s.relname");
        return row(
                        "'name of the sequence of ' || c.relname || '.' || a.attname",
                        "setting",
                        "'ALTER SEQUENCE ' || " + prefix + " || ' RENAME TO ' || pg_catalog.quote_ident(s.relname)",
                        "'ALTER SEQUENCE ' || " + name + " || ' RENAME TO ' || pg_catalog.quote_ident(" + usual + ")")
                + " FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_class s ON s.oid = d.objid AND s.relkind = 'S'"
                + " JOIN pg_catalog.pg_class c ON c.oid = d.refobjid"
                + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid" + FROM_RELATION
                + " AND d.deptype = 'i' AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass"
                + " AND s.relname !~ '_seq[0-9]*$' AND pg_catalog.length(" + usual + ") < 64 ORDER BY 1, 2";
    }

    private static String ofTypes() {
        return row(
                        "'type of ' || c.relname",
                        "setting",
                        alter("OF ' || pg_catalog.format_type(c.reloftype, NULL)"),
                        alter("NOT OF'"))
                + " FROM pg_catalog.pg_class c" + FROM_RELATION + " AND c.reloftype <> 0 ORDER BY 1, 2";
    }
}
