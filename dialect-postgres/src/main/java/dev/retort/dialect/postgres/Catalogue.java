// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.ServerVersion;

/**
 * The queries that read a database, one for each kind of object. The parameter of each is an array of namespaces. Objects
 * of extensions are left out.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">System Catalogs</a>
 */
record Catalogue(ServerVersion version) {

    /** One that is not on the search path has its namespace before it, in quotes as in SQL. */
    private static final String COLLATION = "CASE WHEN pg_catalog.pg_collation_is_visible(co.oid) THEN co.collname ELSE"
            + " (SELECT '\"' || pg_catalog.replace(con.nspname, '\"', '\"\"') || '\".\"'"
            + " || pg_catalog.replace(co.collname, '\"', '\"\"') || '\"' FROM pg_catalog.pg_namespace con"
            + " WHERE con.oid = co.collnamespace) END";

    /**
     * The partitions of which something has another name than it gets when it is created as one: they were tables before.
     */
    String attached() {
        String usual = "c.relname || '_' || CASE WHEN li.indisprimary THEN 'pkey' ELSE (SELECT pg_catalog.string_agg("
                + "COALESCE(la.attname, 'expr'), '_' ORDER BY lu.place) FROM pg_catalog.unnest("
                + "(li.indkey::pg_catalog.int2[])[0:li.indnatts - 1]) WITH ORDINALITY AS lu(num, place)"
                + " LEFT JOIN pg_catalog.pg_attribute la ON la.attrelid = c.oid AND la.attnum = lu.num) ||"
                + " CASE WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_constraint lk WHERE lk.conindid = li.indexrelid)"
                + " THEN '_key' ELSE '_idx' END END";
        String indexes = "EXISTS (SELECT 1 FROM pg_catalog.pg_index li JOIN pg_catalog.pg_inherits lh"
                + " ON lh.inhrelid = li.indexrelid JOIN pg_catalog.pg_class lc ON lc.oid = li.indexrelid"
                + " WHERE li.indrelid = c.oid AND NOT 0 = ANY (li.indkey::pg_catalog.int2[]) AND pg_catalog.length("
                + usual + ") < 64"
                + " AND pg_catalog.left(lc.relname, pg_catalog.length(" + usual + ")) <> " + usual + ")";
        String keys = "EXISTS (SELECT 1 FROM pg_catalog.pg_constraint lk JOIN pg_catalog.pg_constraint lp"
                + " ON lp.oid = lk.conparentid WHERE lk.conrelid = c.oid AND lk.contype = 'f'"
                + " AND lk.conname <> lp.conname)";
        String notNulls = "EXISTS (SELECT 1 FROM pg_catalog.pg_constraint lk JOIN pg_catalog.pg_attribute la"
                + " ON la.attrelid = c.oid AND la.attnum = lk.conkey[1] JOIN pg_catalog.pg_inherits lh"
                + " ON lh.inhrelid = c.oid JOIN pg_catalog.pg_attribute lpa ON lpa.attrelid = lh.inhparent"
                + " AND lpa.attname = la.attname JOIN pg_catalog.pg_constraint lp ON lp.conrelid = lh.inhparent"
                + " AND lp.contype = 'n' AND lp.conkey[1] = lpa.attnum WHERE lk.conrelid = c.oid"
                + " AND lk.contype = 'n' AND lk.conname <> lp.conname)";
        return "SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = ANY (?) AND c.relispartition AND c.relkind IN ('r', 'p') AND (" + indexes + " OR "
                + keys + from(18, " OR " + notNulls, "") + ")";
    }

    private String from(int major, String column, String otherwise) {
        return version.isAtLeast(major, 0) ? column : otherwise;
    }

    static String own(String catalog, String oid) {
        return " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend own WHERE own.classid = 'pg_catalog." + catalog
                + "'::pg_catalog.regclass AND own.objid = " + oid + " AND own.deptype = "
                + ("pg_proc".equals(catalog) ? "ANY ('{e,i}')" : "'e'") + ")";
    }

    String namespaces() {
        return "SELECT n.nspname FROM pg_catalog.pg_namespace n WHERE n.nspname = ANY (?)";
    }

    String relations() {
        return "SELECT c.oid, n.nspname, c.relname, c.relkind, pg_catalog.obj_description(c.oid, 'pg_class') AS comment,"
                + " c.relpersistence, c.reloptions || (SELECT pg_catalog.array_agg('toast.' || o)"
                + " FROM pg_catalog.pg_class tc, pg_catalog.unnest(tc.reloptions) o WHERE tc.oid = c.reltoastrelid) AS reloptions, t.spcname, am.amname, c.relrowsecurity, c.relforcerowsecurity,"
                + " CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partkey,"
                + " CASE WHEN c.relispartition THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END AS bound,"
                + " ARRAY(SELECT CASE WHEN pn.nspname = pg_catalog.current_schema() THEN '' ELSE"
                + " pg_catalog.quote_ident(pn.nspname) || '.' END || pg_catalog.quote_ident(p.relname)"
                + " FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class p ON p.oid = i.inhparent"
                + " JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace WHERE i.inhrelid = c.oid"
                + " ORDER BY i.inhseqno) AS parents,"
                + " CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid) END AS query"
                + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " LEFT JOIN pg_catalog.pg_tablespace t ON t.oid = c.reltablespace"
                + " LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam"
                + " WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p', 'v', 'm')" + own("pg_class", "c.oid")
                + " ORDER BY n.nspname, c.relname";
    }

    /** One row for each column; the second parameter is the attached partitions. */
    String columns() {
        return "WITH given AS (SELECT ?::pg_catalog.text[] AS namespaces, ?::pg_catalog.oid[] AS attached)"
                + " SELECT a.attrelid, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull"
                + from(
                        18,
                        " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint nv WHERE nv.conrelid = a.attrelid"
                                + " AND nv.contype = 'n' AND nv.conkey[1] = a.attnum AND NOT nv.convalidated)",
                        "")
                + " AS attnotnull,"
                + " pg_catalog.pg_get_expr(ad.adbin, ad.adrelid) AS expression, a.attidentity, a.attgenerated,"
                + " pg_catalog.col_description(a.attrelid, a.attnum) AS comment,"
                + " CASE WHEN a.attcollation <> t.typcollation THEN " + COLLATION + " END AS collation, "
                + from(18, notNull(), "NULL") + " AS not_null,"
                + " en.nspname AS enum_namespace, et.typname AS enum_name, t.typelem <> 0 AND t.typlen = -1 AS is_array,"
                + " a.attislocal AND a.attinhcount > 0 AND NOT c.relispartition AS own, CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage,"
                + " " + from(14, "a.attcompression", "''") + " AS compression, a.attstattarget AS statistics,"
                + " s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcycle, s.seqcache"
                + " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
                + " LEFT JOIN pg_catalog.pg_type et ON et.oid = CASE WHEN t.typlen = -1 AND t.typelem <> 0 THEN t.typelem"
                + " ELSE t.oid END AND et.typtype = 'e'"
                + " LEFT JOIN pg_catalog.pg_namespace en ON en.oid = et.typnamespace"
                + " LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation"
                + " LEFT JOIN pg_catalog.pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum"
                + " LEFT JOIN pg_catalog.pg_depend d ON a.attidentity <> '' AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass"
                + " AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum AND d.deptype = 'i'"
                + " AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass"
                + " LEFT JOIN pg_catalog.pg_sequence s ON s.seqrelid = d.objid"
                + " WHERE n.nspname = ANY ((SELECT namespaces FROM given)::pg_catalog.text[]) AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped"
                + " ORDER BY a.attrelid, a.attnum";
    }

    /**
     * The constraint that makes a column NOT NULL, where it has another name than the usual one or that of a parent's, or is
     * not inherited. Which of these names somebody has wished is for {@link NotNullNames} to tell.
     */
    private String notNull() {
        return "(SELECT pg_catalog.quote_ident(k.conname) || CASE WHEN k.connoinherit THEN ' NO INHERIT' ELSE '' END"
                + " FROM pg_catalog.pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'n'"
                + " AND k.conkey[1] = a.attnum AND (k.connoinherit OR k.conislocal AND k.coninhcount = 0"
                + " AND k.conname <> c.relname || '_' || a.attname || '_not_null'"
                + " AND (a.attinhcount = 0 OR k.conname !~ '_not_null[0-9]*$') OR k.coninhcount > 0"
                + " AND k.conname <> c.relname || '_' || a.attname || '_not_null' AND (k.conislocal"
                + " OR c.oid = ANY ((SELECT attached FROM given)::pg_catalog.oid[])) AND EXISTS (SELECT 1 FROM pg_catalog.pg_inherits h JOIN pg_catalog.pg_constraint p"
                + " ON p.conrelid = h.inhparent AND p.contype = 'n' AND p.conname = k.conname"
                + " WHERE h.inhrelid = c.oid)))";
    }

    String constraints() {
        return "SELECT k.conrelid, k.conname, k.contype, k.condeferrable, k.condeferred, k.convalidated, k.connoinherit,"
                + " " + attributes("k.conkey", "k.conrelid") + " AS columns,"
                + " fn.nspname AS referred_namespace, f.relname AS referred_table,"
                + " " + attributes("k.confkey", "k.confrelid") + " AS referred_columns,"
                + " k.confdeltype, k.confupdtype, k.confmatchtype, " + from(18, "k.conperiod", "false") + " AS period,"
                + " CASE WHEN k.contype = 'c' THEN pg_catalog.pg_get_expr(k.conbin, k.conrelid) END AS expression,"
                + " CASE WHEN k.contype = 'x' THEN pg_catalog.pg_get_constraintdef(k.oid) END AS definition,"
                + " " + attributes("(i.indkey::pg_catalog.int2[])[i.indnkeyatts:]", "k.conrelid") + " AS included,"
                + " " + from(15, "COALESCE(i.indnullsnotdistinct, false)", "false") + " AS nulls_not_distinct,"
                + " ic.reloptions, " + tablespace("ic") + " AS spcname, am.amname,"
                + " " + from(15, attributes("k.confdelsetcols", "k.conrelid"), "'{}'::name[]") + " AS delete_columns,"
                + " " + from(18, "k.conenforced", "true") + " AS enforced, ic.oid AS index"
                + " FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " LEFT JOIN pg_catalog.pg_class f ON f.oid = k.confrelid"
                + " LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace"
                + " LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')"
                + " LEFT JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid"
                + " LEFT JOIN pg_catalog.pg_am am ON am.oid = ic.relam"
                + " WHERE n.nspname = ANY (?) AND k.contype IN ('p', 'u', 'f', 'c', 'x') AND (k.conislocal"
                + " AND k.conparentid = 0 OR k.conrelid = ANY (?)) ORDER BY k.conrelid, k.conname";
    }

    private static String attributes(String numbers, String relation) {
        return "ARRAY(SELECT ka.attname FROM pg_catalog.unnest(" + numbers + ") WITH ORDINALITY AS u(num, place)"
                + " JOIN pg_catalog.pg_attribute ka ON ka.attrelid = " + relation
                + " AND ka.attnum = u.num ORDER BY u.place)";
    }

    /**
     * Whether an index {@code i} with a row {@code ic} is on a partitioned table alone, so that the partitions have none that
     * belongs to it. The server never calls it valid. Keys are not meant.
     */
    static final String ALONE =
            "NOT i.indisvalid AND ic.relkind = 'I' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_inherits ah"
                    + " WHERE i.indexrelid IN (ah.inhparent, ah.inhrelid)) AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint ak"
                    + " WHERE ak.conindid = i.indexrelid AND ak.contype IN ('p', 'u', 'x'))";

    /**
     * One row for each part of an index; those of constraints too, whose parts exclusion constraints need. What few indexes
     * have is looked up row by row: a join of everything costs more to plan than to run.
     */
    String indexParts() {
        return "SELECT i.indrelid, i.indexrelid, ic.relname, i.indisunique, i.indisvalid, i.indnkeyatts, ia.attnum AS place,"
                + " c.relkind = 'p' AS of_partitioned,"
                + " a.attname, CASE WHEN a.attname IS NULL THEN pg_catalog.pg_get_indexdef(i.indexrelid, ia.attnum, true)"
                + " END AS part, i.indoption[ia.attnum - 1] AS flags,"
                + " CASE WHEN ia.attnum <= i.indnkeyatts AND i.indcollation[ia.attnum - 1] NOT IN (0,"
                + " COALESCE(a.attcollation, 100))"
                + " AND (a.attnum > 0 OR pg_catalog.pg_get_indexdef(i.indexrelid) LIKE '% COLLATE %')"
                + " THEN (SELECT " + COLLATION + " FROM pg_catalog.pg_collation co"
                + " WHERE co.oid = i.indcollation[ia.attnum - 1]) END AS collation,"
                + " (SELECT CASE WHEN pg_catalog.pg_opclass_is_visible(oc.oid) THEN oc.opcname ELSE"
                + " (SELECT pg_catalog.quote_ident(ocn.nspname) FROM pg_catalog.pg_namespace ocn"
                + " WHERE ocn.oid = oc.opcnamespace) || '.' || pg_catalog.quote_ident(oc.opcname) END"
                + " FROM pg_catalog.pg_opclass oc WHERE ia.attnum <= i.indnkeyatts"
                + " AND oc.oid = i.indclass[ia.attnum - 1] AND (NOT oc.opcdefault OR ia.attoptions IS NOT NULL))"
                + " AS operator_class,"
                + " ia.attoptions, pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate, am.amname, ic.reloptions,"
                + " " + tablespace("ic") + " AS spcname,"
                + " pg_catalog.obj_description(i.indexrelid, 'pg_class') AS comment,"
                + " " + from(15, "i.indnullsnotdistinct", "false") + " AS nulls_not_distinct,"
                + " EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.conindid = i.indexrelid"
                + " AND k.contype IN ('p', 'u', 'x')) AS of_constraint"
                + " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid"
                + " JOIN pg_catalog.pg_class c ON c.oid = i.indrelid"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " JOIN pg_catalog.pg_am am ON am.oid = ic.relam"
                + " JOIN pg_catalog.pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum > 0"
                + " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[ia.attnum - 1]"
                + " WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p', 'm')"
                + " AND (NOT EXISTS (SELECT 1 FROM pg_catalog.pg_inherits h WHERE h.inhrelid = i.indexrelid)"
                + " OR i.indrelid = ANY (?)) AND NOT (" + ALONE + ")"
                + " ORDER BY i.indrelid, ic.relname, ia.attnum";
    }

    private static String tablespace(String relation) {
        return "(SELECT ts.spcname FROM pg_catalog.pg_tablespace ts WHERE ts.oid = " + relation + ".reltablespace)";
    }

    String sequences() {
        return "SELECT n.nspname, c.relname, pg_catalog.format_type(s.seqtypid, NULL) AS type, s.seqstart, s.seqincrement,"
                + " s.seqmin, s.seqmax, s.seqcycle, s.seqcache, pg_catalog.obj_description(c.oid, 'pg_class') AS comment,"
                + " tn.nspname AS owner_namespace, t.relname AS owner_table, a.attname AS owner_column"
                + " FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " LEFT JOIN pg_catalog.pg_depend o ON o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass"
                + " AND o.objid = c.oid AND o.deptype IN ('a', 'i') AND o.refobjsubid > 0"
                + " LEFT JOIN pg_catalog.pg_class t ON t.oid = o.refobjid"
                + " LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace"
                + " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = o.refobjsubid"
                + " WHERE n.nspname = ANY (?) AND o.deptype IS DISTINCT FROM 'i'" + own("pg_class", "c.oid")
                + " ORDER BY n.nspname, c.relname";
    }

    String enums() {
        return "SELECT n.nspname, t.typname, pg_catalog.obj_description(t.oid, 'pg_type') AS comment,"
                + " ARRAY(SELECT e.enumlabel FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid"
                + " ORDER BY e.enumsortorder) AS labels FROM pg_catalog.pg_type t"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
                + " WHERE n.nspname = ANY (?) AND t.typtype = 'e'" + own("pg_type", "t.oid")
                + " ORDER BY n.nspname, t.typname";
    }

    String routines() {
        return "SELECT n.nspname, p.proname, p.prokind, pg_catalog.oidvectortypes(p.proargtypes) AS arguments,"
                + " pg_catalog.pg_get_functiondef(p.oid) AS definition, pg_catalog.quote_ident(n.nspname) AS quoted,"
                + " pg_catalog.obj_description(p.oid, 'pg_proc') AS comment FROM pg_catalog.pg_proc p"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace"
                + " WHERE n.nspname = ANY (?) AND p.prokind IN ('f', 'p', 'w') AND NOT "
                + TypeCatalogue.makesType("p.oid") + own("pg_proc", "p.oid")
                + " ORDER BY n.nspname, p.proname";
    }

    String triggers() {
        return "SELECT n.nspname, c.relname, t.tgname, t.tgtype,"
                + " " + attributes("t.tgattr::pg_catalog.int2[]", "t.tgrelid") + " AS columns,"
                + " pg_catalog.pg_get_triggerdef(t.oid) AS definition, t.tgconstraint <> 0 AS is_constraint,"
                + " t.tgdeferrable, t.tginitdeferred, t.tgoldtable, t.tgnewtable,"
                + " pg_catalog.obj_description(t.oid, 'pg_trigger') AS comment,"
                + " (SELECT " + OtherCatalogue.name("fn.nspname", "f.relname") + " FROM pg_catalog.pg_class f"
                + " JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace WHERE f.oid = t.tgconstrrelid)"
                + " AS referred FROM pg_catalog.pg_trigger t"
                + " JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid AND c.relkind <> 'f'"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = ANY (?) AND NOT t.tgisinternal"
                + " " + from(13, "AND t.tgparentid = 0", "") + own("pg_trigger", "t.oid")
                + " ORDER BY n.nspname, c.relname, t.tgname";
    }

    String policies() {
        return "SELECT p.polrelid, p.polname, p.polpermissive, p.polcmd,"
                + " CASE WHEN p.polroles = '{0}' THEN 'PUBLIC' ELSE pg_catalog.array_to_string(ARRAY(SELECT"
                + " pg_catalog.quote_ident(r.rolname) FROM pg_catalog.pg_roles r WHERE r.oid = ANY (p.polroles)"
                + " ORDER BY 1), ', ') END AS roles, pg_catalog.pg_get_expr(p.polqual, p.polrelid) AS using_expression,"
                + " pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) AS check_expression"
                + " FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ANY (?)"
                + " ORDER BY p.polrelid, p.polname";
    }
}
