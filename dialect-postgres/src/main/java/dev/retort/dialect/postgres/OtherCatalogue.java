// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.ServerVersion;
import java.util.List;

/**
 * The queries that read types and other objects which the model has no type for. Each row is one object: its namespace,
 * its name, what it is, the statements that make it and the one that takes it away. The parameter is as in
 * {@link Catalogue}.
 */
record OtherCatalogue(ServerVersion version) {

    private static String own(String catalog, String oid) {
        return Catalogue.own(catalog, oid);
    }

    /** A name as it stands in SQL; the default namespace is not said. */
    static String name(String namespace, String name) {
        return "CASE WHEN " + namespace + " = pg_catalog.current_schema() THEN '' ELSE pg_catalog.quote_ident("
                + namespace + ") || '.' END || pg_catalog.quote_ident(" + name + ")";
    }

    /** A comment as a further statement, or nothing. */
    static String comment(String kind, String name, String oid, String catalog) {
        return "COALESCE(E';\\nCOMMENT ON " + kind + " ' || " + name + " || ' IS ' || pg_catalog.quote_literal("
                + "pg_catalog.obj_description(" + oid + ", '" + catalog + "')), '')";
    }

    private String from(int major, String column, String otherwise) {
        return version.isAtLeast(major, 0) ? column : otherwise;
    }

    List<Guarded> queries() {
        return List.of(
                Guarded.by("pg_extension", extensions()),
                Guarded.by("pg_type", "g.typtype = 'd'", domains()),
                Guarded.by("pg_class", "g.relkind = 'c'", composites()),
                Guarded.by("pg_type", "g.typtype = 'r'", ranges()),
                Guarded.by("pg_proc", "g.prokind = 'a'", aggregates()),
                Guarded.by("pg_operator", operators()),
                Guarded.by("pg_cast", casts()),
                Guarded.by("pg_collation", collations()),
                Guarded.by("pg_ts_dict", dictionaries()),
                Guarded.by("pg_ts_config", configurations()),
                Guarded.by("pg_rewrite", "g.rulename <> '_RETURN'", rules()),
                Guarded.by("pg_statistic_ext", statistics()),
                Guarded.byRelation("pg_index", "indexrelid", "NOT g.indisvalid", indexes()),
                Guarded.by("pg_event_trigger", eventTriggers()));
    }

    private static String extensions() {
        return "SELECT NULL AS nspname, e.extname AS name, 'extension' AS type, 'CREATE EXTENSION IF NOT EXISTS '"
                + " || pg_catalog.quote_ident(e.extname) || CASE WHEN n.nspname IN (pg_catalog.current_schema(),"
                + " 'pg_catalog') THEN '' ELSE ' WITH SCHEMA ' || pg_catalog.quote_ident(n.nspname) END"
                + " || COALESCE((SELECT E';\\nCOMMENT ON EXTENSION ' || pg_catalog.quote_ident(e.extname) || ' IS '"
                + " || pg_catalog.quote_literal(d.description) FROM pg_catalog.pg_description d WHERE d.objoid = e.oid"
                + " AND d.classoid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND NOT EXISTS (SELECT 1 FROM"
                + " pg_catalog.pg_available_extensions() ae WHERE ae.name = e.extname"
                + " AND ae.comment = d.description)), '') AS definition,"
                + " 'DROP EXTENSION ' || pg_catalog.quote_ident(e.extname) AS removal"
                + " FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace"
                + " WHERE (n.nspname = ANY (?) OR n.nspname = 'pg_catalog') AND e.extname <> 'plpgsql'"
                + " ORDER BY e.extname";
    }

    private String domains() {
        String name = name("n.nspname", "t.typname");
        String constraint = "' CONSTRAINT ' || pg_catalog.quote_ident(k.conname) || ' '";
        return "SELECT n.nspname, t.typname AS name, 'domain' AS type, 'CREATE DOMAIN ' || " + name + " || ' AS '"
                + " || pg_catalog.format_type(t.typbasetype, t.typtypmod)"
                + " || CASE WHEN t.typcollation <> b.typcollation THEN ' COLLATE ' || t.typcollation::pg_catalog.regcollation"
                + " ELSE '' END || COALESCE(' DEFAULT ' || t.typdefault, '')"
                + " || CASE WHEN t.typnotnull THEN COALESCE((SELECT " + constraint + " FROM pg_catalog.pg_constraint k"
                + " WHERE k.contypid = t.oid AND k.contype = 'n'), ' ') || 'NOT NULL' ELSE '' END"
                + " || COALESCE((SELECT pg_catalog.string_agg(" + constraint
                + " || pg_catalog.pg_get_constraintdef(k.oid), '' ORDER BY k.conname) FROM pg_catalog.pg_constraint k"
                + " WHERE k.contypid = t.oid AND k.contype = 'c' AND k.convalidated), '')"
                + " || COALESCE((SELECT pg_catalog.string_agg(E';\\nALTER DOMAIN ' || " + name + " || ' ADD' || "
                + constraint + " || pg_catalog.pg_get_constraintdef(k.oid), '' ORDER BY k.conname)"
                + " FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'"
                + " AND NOT k.convalidated), '') || " + comment("DOMAIN", name, "t.oid", "pg_type")
                + " || COALESCE((SELECT pg_catalog.string_agg(E';\\nCOMMENT ON CONSTRAINT '"
                + " || pg_catalog.quote_ident(k.conname) || ' ON DOMAIN ' || " + name + " || ' IS '"
                + " || pg_catalog.quote_literal(d.description), '' ORDER BY k.conname) FROM pg_catalog.pg_constraint k"
                + " JOIN pg_catalog.pg_description d ON d.objoid = k.oid"
                + " AND d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass WHERE k.contypid = t.oid), '')"
                + " AS definition, 'DROP DOMAIN ' || " + name + " AS removal"
                + " FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
                + " JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype"
                + " WHERE n.nspname = ANY (?) AND t.typtype = 'd'" + own("pg_type", "t.oid")
                + " ORDER BY n.nspname, t.typname";
    }

    private static String composites() {
        String name = name("n.nspname", "t.typname");
        return "SELECT n.nspname, t.typname AS name, 'composite type' AS type, 'CREATE TYPE ' || " + name
                + " || ' AS (' || COALESCE((SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname) || ' '"
                + " || pg_catalog.format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attcollation <> at.typcollation"
                + " THEN ' COLLATE ' || a.attcollation::pg_catalog.regcollation ELSE '' END, ', ' ORDER BY a.attnum)"
                + " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type at ON at.oid = a.atttypid"
                + " WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '') || ')' || "
                + comment("TYPE", name, "t.oid", "pg_type")
                + " || COALESCE((SELECT pg_catalog.string_agg(E';\\nCOMMENT ON COLUMN ' || " + name + " || '.'"
                + " || pg_catalog.quote_ident(a.attname) || ' IS ' || pg_catalog.quote_literal(d.description), ''"
                + " ORDER BY a.attnum) FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_description d"
                + " ON d.objoid = c.oid AND d.objsubid = a.attnum AND d.classoid = 'pg_catalog.pg_class'"
                + "::pg_catalog.regclass WHERE a.attrelid = c.oid AND a.attnum > 0), '') AS definition,"
                + " 'DROP TYPE ' || " + name + " AS removal"
                + " FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
                + " JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'"
                + " WHERE n.nspname = ANY (?) AND t.typtype = 'c'" + own("pg_type", "t.oid")
                + " ORDER BY n.nspname, t.typname";
    }

    private String ranges() {
        String name = name("n.nspname", "t.typname");
        return "SELECT n.nspname, t.typname AS name, 'range type' AS type, 'CREATE TYPE ' || " + name
                + " || ' AS RANGE (SUBTYPE = ' || pg_catalog.format_type(r.rngsubtype, NULL)"
                + " || CASE WHEN o.opcdefault THEN '' ELSE ', SUBTYPE_OPCLASS = ' || "
                + name("opn.nspname", "o.opcname")
                + " END || CASE WHEN r.rngcollation <> b.typcollation THEN ', COLLATION = '"
                + " || r.rngcollation::pg_catalog.regcollation ELSE '' END"
                + " || CASE WHEN r.rngcanonical <> 0 THEN ', CANONICAL = ' || r.rngcanonical::pg_catalog.regproc ELSE '' END"
                + " || CASE WHEN r.rngsubdiff <> 0 THEN ', SUBTYPE_DIFF = ' || r.rngsubdiff::pg_catalog.regproc ELSE '' END"
                + from(14, " || ', MULTIRANGE_TYPE_NAME = ' || pg_catalog.format_type(r.rngmultitypid, NULL)", "")
                + " || ')' || " + comment("TYPE", name, "t.oid", "pg_type") + " AS definition,"
                + " 'DROP TYPE ' || " + name + " AS removal"
                + " FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
                + " JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid JOIN pg_catalog.pg_type b ON b.oid = r.rngsubtype"
                + " JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc"
                + " JOIN pg_catalog.pg_namespace opn ON opn.oid = o.opcnamespace"
                + " WHERE n.nspname = ANY (?) AND t.typtype = 'r'" + own("pg_type", "t.oid")
                + " ORDER BY n.nspname, t.typname";
    }

    private static String clause(String words, String column) {
        return " || CASE WHEN " + column + " <> 0 THEN ', " + words + " = ' || " + column
                + "::pg_catalog.regproc ELSE '' END";
    }

    private static String aggregates() {
        String name = name("n.nspname", "p.proname");
        String signature = name + " || '(' || CASE WHEN p.pronargs = 0 THEN '*' ELSE"
                + " pg_catalog.pg_get_function_identity_arguments(p.oid) END || ')'";
        String usual = "CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END";
        return "SELECT n.nspname, p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')' AS name,"
                + " 'aggregate' AS type, 'CREATE AGGREGATE ' || " + signature + " || ' (SFUNC = '"
                + " || a.aggtransfn::pg_catalog.regproc || ', STYPE = ' || pg_catalog.format_type(a.aggtranstype, NULL)"
                + " || CASE WHEN a.aggtransspace <> 0 THEN ', SSPACE = ' || a.aggtransspace ELSE '' END"
                + clause("FINALFUNC", "a.aggfinalfn")
                + " || CASE WHEN a.aggfinalextra THEN ', FINALFUNC_EXTRA' ELSE '' END"
                + " || CASE WHEN a.aggfinalfn <> 0 AND a.aggfinalmodify <> " + usual
                + " THEN ', FINALFUNC_MODIFY = ' || CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's'"
                + " THEN 'SHAREABLE' ELSE 'READ_WRITE' END ELSE '' END"
                + clause("COMBINEFUNC", "a.aggcombinefn") + clause("SERIALFUNC", "a.aggserialfn")
                + clause("DESERIALFUNC", "a.aggdeserialfn")
                + " || COALESCE(', INITCOND = ' || pg_catalog.quote_literal(a.agginitval), '')"
                + clause("MSFUNC", "a.aggmtransfn") + clause("MINVFUNC", "a.aggminvtransfn")
                + " || CASE WHEN a.aggmtranstype <> 0 THEN ', MSTYPE = '"
                + " || pg_catalog.format_type(a.aggmtranstype, NULL) ELSE '' END"
                + clause("MFINALFUNC", "a.aggmfinalfn")
                + " || COALESCE(', MINITCOND = ' || pg_catalog.quote_literal(a.aggminitval), '')"
                + " || CASE WHEN a.aggsortop <> 0 THEN ', SORTOP = OPERATOR(' || son.nspname || '.' || so.oprname || ')'"
                + " ELSE '' END || CASE a.aggkind WHEN 'h' THEN ', HYPOTHETICAL' ELSE '' END"
                + " || CASE p.proparallel WHEN 's' THEN ', PARALLEL = SAFE' WHEN 'r' THEN ', PARALLEL = RESTRICTED'"
                + " ELSE '' END || ')' || " + comment("AGGREGATE", signature, "p.oid", "pg_proc") + " AS definition,"
                + " 'DROP AGGREGATE ' || " + signature + " AS removal"
                + " FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_aggregate a ON a.aggfnoid = p.oid"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace"
                + " LEFT JOIN pg_catalog.pg_operator so ON so.oid = a.aggsortop"
                + " LEFT JOIN pg_catalog.pg_namespace son ON son.oid = so.oprnamespace"
                + " WHERE n.nspname = ANY (?)" + own("pg_proc", "p.oid") + " ORDER BY 1, 2";
    }

    private static String operators() {
        String prefix =
                "CASE WHEN n.nspname = pg_catalog.current_schema() THEN '' ELSE pg_catalog.quote_ident(n.nspname)"
                        + " || '.' END || o.oprname";
        String types = "'(' || CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE pg_catalog.format_type(o.oprleft, NULL) END"
                + " || ', ' || pg_catalog.format_type(o.oprright, NULL) || ')'";
        return "SELECT n.nspname, o.oprname || ' ' || " + types + " AS name, 'operator' AS type,"
                + " 'CREATE OPERATOR ' || " + prefix + " || ' (FUNCTION = ' || o.oprcode::pg_catalog.regproc"
                + " || CASE WHEN o.oprleft <> 0 THEN ', LEFTARG = ' || pg_catalog.format_type(o.oprleft, NULL) ELSE '' END"
                + " || ', RIGHTARG = ' || pg_catalog.format_type(o.oprright, NULL)"
                + " || COALESCE(', COMMUTATOR = OPERATOR(' || cn.nspname || '.' || c.oprname || ')', '')"
                + " || COALESCE(', NEGATOR = OPERATOR(' || gn.nspname || '.' || g.oprname || ')', '')"
                + " || CASE WHEN o.oprrest <> 0 THEN ', RESTRICT = ' || o.oprrest::pg_catalog.regproc ELSE '' END"
                + " || CASE WHEN o.oprjoin <> 0 THEN ', JOIN = ' || o.oprjoin::pg_catalog.regproc ELSE '' END"
                + " || CASE WHEN o.oprcanhash THEN ', HASHES' ELSE '' END"
                + " || CASE WHEN o.oprcanmerge THEN ', MERGES' ELSE '' END || ')' || "
                + comment("OPERATOR", prefix + " || ' ' || " + types, "o.oid", "pg_operator") + " AS definition,"
                + " 'DROP OPERATOR ' || " + prefix + " || ' ' || " + types + " AS removal"
                + " FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace"
                + " LEFT JOIN pg_catalog.pg_operator c ON c.oid = o.oprcom"
                + " LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = c.oprnamespace"
                + " LEFT JOIN pg_catalog.pg_operator g ON g.oid = o.oprnegate"
                + " LEFT JOIN pg_catalog.pg_namespace gn ON gn.oid = g.oprnamespace"
                + " WHERE n.nspname = ANY (?) AND o.oprcode <> 0" + own("pg_operator", "o.oid") + " ORDER BY 1, 2";
    }

    private String casts() {
        String types = "'(' || pg_catalog.format_type(c.castsource, NULL) || ' AS '"
                + " || pg_catalog.format_type(c.casttarget, NULL) || ')'";
        return "SELECT NULL AS nspname, 'cast ' || " + types + " AS name, 'cast' AS type, 'CREATE CAST ' || " + types
                + " || CASE c.castmethod WHEN 'i' THEN ' WITH INOUT' WHEN 'b' THEN ' WITHOUT FUNCTION' ELSE"
                + " ' WITH FUNCTION ' || c.castfunc::pg_catalog.regprocedure END || CASE c.castcontext WHEN 'a'"
                + " THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END || "
                + comment("CAST", types, "c.oid", "pg_cast") + " AS definition, 'DROP CAST ' || " + types
                + " AS removal"
                + " FROM pg_catalog.pg_cast c JOIN pg_catalog.pg_type s ON s.oid = c.castsource"
                + " JOIN pg_catalog.pg_type t ON t.oid = c.casttarget LEFT JOIN pg_catalog.pg_proc p ON p.oid = c.castfunc"
                + " WHERE c.oid >= 16384 "
                // A range comes with its cast to a multirange.
                + from(
                        14,
                        "AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_range r WHERE r.rngtypid = c.castsource"
                                + " AND r.rngmultitypid = c.casttarget)",
                        "")
                + " AND EXISTS (SELECT 1 FROM pg_catalog.pg_namespace n WHERE n.nspname = ANY (?)"
                + " AND n.oid IN (s.typnamespace, t.typnamespace, p.pronamespace))" + own("pg_cast", "c.oid")
                + " ORDER BY 2";
    }

    private String collations() {
        String name = name("n.nspname", "c.collname");
        String locale = from(17, "c.colllocale", from(15, "c.colliculocale", "c.collcollate"));
        return "SELECT n.nspname, c.collname AS name, 'collation' AS type, 'CREATE COLLATION ' || " + name
                + " || ' (provider = ' || CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END"
                + " || CASE WHEN c.collprovider IN ('i', 'b') THEN ', locale = ' || pg_catalog.quote_literal(" + locale
                + ") ELSE ', lc_collate = ' || pg_catalog.quote_literal(c.collcollate) || ', lc_ctype = '"
                + " || pg_catalog.quote_literal(c.collctype) END"
                + " || CASE WHEN c.collisdeterministic THEN '' ELSE ', deterministic = false' END"
                + from(16, " || COALESCE(', rules = ' || pg_catalog.quote_literal(c.collicurules), '')", "")
                + " || ')' || " + comment("COLLATION", name, "c.oid", "pg_collation") + " AS definition,"
                + " 'DROP COLLATION ' || " + name + " AS removal"
                + " FROM pg_catalog.pg_collation c JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace"
                + " WHERE n.nspname = ANY (?)" + own("pg_collation", "c.oid") + " ORDER BY 1, 2";
    }

    private static String dictionaries() {
        String name = name("n.nspname", "d.dictname");
        return "SELECT n.nspname, d.dictname AS name, 'text search dictionary' AS type, 'CREATE TEXT SEARCH DICTIONARY '"
                + " || " + name + " || ' (TEMPLATE = ' || " + name("tn.nspname", "t.tmplname")
                + " || COALESCE(', ' || d.dictinitoption, '') || ')' || "
                + comment("TEXT SEARCH DICTIONARY", name, "d.oid", "pg_ts_dict") + " AS definition,"
                + " 'DROP TEXT SEARCH DICTIONARY ' || " + name + " AS removal"
                + " FROM pg_catalog.pg_ts_dict d JOIN pg_catalog.pg_namespace n ON n.oid = d.dictnamespace"
                + " JOIN pg_catalog.pg_ts_template t ON t.oid = d.dicttemplate"
                + " JOIN pg_catalog.pg_namespace tn ON tn.oid = t.tmplnamespace"
                + " WHERE n.nspname = ANY (?)" + own("pg_ts_dict", "d.oid") + " ORDER BY 1, 2";
    }

    private static String configurations() {
        String name = name("n.nspname", "c.cfgname");
        return "SELECT n.nspname, c.cfgname AS name, 'text search configuration' AS type,"
                + " 'CREATE TEXT SEARCH CONFIGURATION ' || " + name + " || ' (PARSER = ' || "
                + name("pn.nspname", "p.prsname") + " || ')' || COALESCE((SELECT pg_catalog.string_agg("
                + "E';\\nALTER TEXT SEARCH CONFIGURATION ' || " + name + " || ' ADD MAPPING FOR '"
                + " || pg_catalog.quote_ident(m.alias) || ' WITH ' || m.dictionaries, '' ORDER BY m.alias)"
                + " FROM (SELECT tt.alias, pg_catalog.string_agg(cm.mapdict::pg_catalog.regdictionary::pg_catalog.text,"
                + " ', ' ORDER BY cm.mapseqno) AS dictionaries FROM pg_catalog.pg_ts_config_map cm"
                + " JOIN pg_catalog.ts_token_type(c.cfgparser) tt ON tt.tokid = cm.maptokentype"
                + " WHERE cm.mapcfg = c.oid GROUP BY tt.alias) m), '') || "
                + comment("TEXT SEARCH CONFIGURATION", name, "c.oid", "pg_ts_config") + " AS definition,"
                + " 'DROP TEXT SEARCH CONFIGURATION ' || " + name + " AS removal"
                + " FROM pg_catalog.pg_ts_config c JOIN pg_catalog.pg_namespace n ON n.oid = c.cfgnamespace"
                + " JOIN pg_catalog.pg_ts_parser p ON p.oid = c.cfgparser"
                + " JOIN pg_catalog.pg_namespace pn ON pn.oid = p.prsnamespace"
                + " WHERE n.nspname = ANY (?)" + own("pg_ts_config", "c.oid") + " ORDER BY 1, 2";
    }

    private static String rules() {
        String table = name("n.nspname", "c.relname");
        String on = "pg_catalog.quote_ident(r.rulename) || ' ON ' || " + table;
        return "SELECT n.nspname, r.rulename || ' (on ' || c.relname || ')' AS name, 'rule' AS type,"
                + " pg_catalog.rtrim(pg_catalog.pg_get_ruledef(r.oid), ';') || CASE r.ev_enabled WHEN 'O' THEN '' ELSE"
                + " E';\\nALTER TABLE ' || " + table
                + " || CASE r.ev_enabled WHEN 'D' THEN ' DISABLE RULE ' WHEN 'R' THEN"
                + " ' ENABLE REPLICA RULE ' ELSE ' ENABLE ALWAYS RULE ' END || pg_catalog.quote_ident(r.rulename) END || "
                + comment("RULE", on, "r.oid", "pg_rewrite") + " AS definition, 'DROP RULE ' || " + on + " AS removal"
                + " FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = ANY (?) AND r.rulename <> '_RETURN'" + own("pg_rewrite", "r.oid")
                + " ORDER BY 1, 2";
    }

    private String statistics() {
        String name = name("n.nspname", "s.stxname");
        String target = from(17, "s.stxstattarget IS NOT NULL", "s.stxstattarget >= 0");
        return "SELECT n.nspname, s.stxname AS name, 'statistics' AS type, pg_catalog.pg_get_statisticsobjdef(s.oid)"
                + " || CASE WHEN " + target + " THEN E';\\nALTER STATISTICS ' || " + name
                + " || ' SET STATISTICS ' || s.stxstattarget ELSE '' END || "
                + comment("STATISTICS", name, "s.oid", "pg_statistic_ext") + " AS definition,"
                + " 'DROP STATISTICS ' || " + name + " AS removal FROM pg_catalog.pg_statistic_ext s"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace WHERE n.nspname = ANY (?)"
                + own("pg_statistic_ext", "s.oid") + " ORDER BY 1, 2";
    }

    /** Indexes of partitioned tables alone, which are created when the partitions are there. */
    private static String indexes() {
        String name = name("n.nspname", "ic.relname");
        return "SELECT n.nspname, ic.relname AS name, 'index' AS type, pg_catalog.pg_get_indexdef(ic.oid, 0, true) || "
                + comment("INDEX", name, "ic.oid", "pg_class") + " AS definition, 'DROP INDEX ' || " + name
                + " AS removal FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = ic.relnamespace WHERE n.nspname = ANY (?) AND "
                + Catalogue.ALONE + own("pg_class", "ic.oid") + " ORDER BY 1, 2";
    }

    private static String eventTriggers() {
        return "SELECT NULL AS nspname, e.evtname AS name, 'event trigger' AS type, 'CREATE EVENT TRIGGER '"
                + " || pg_catalog.quote_ident(e.evtname) || ' ON ' || e.evtevent || COALESCE(' WHEN TAG IN ('"
                + " || (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(t), ', ') FROM pg_catalog.unnest(e.evttags) t)"
                + " || ')', '') || ' EXECUTE FUNCTION ' || e.evtfoid::pg_catalog.regproc || '()'"
                + " || CASE e.evtenabled WHEN 'O' THEN '' ELSE E';\\nALTER EVENT TRIGGER '"
                + " || pg_catalog.quote_ident(e.evtname) || CASE e.evtenabled WHEN 'D' THEN ' DISABLE' WHEN 'R' THEN"
                + " ' ENABLE REPLICA' ELSE ' ENABLE ALWAYS' END END || "
                + comment("EVENT TRIGGER", "pg_catalog.quote_ident(e.evtname)", "e.oid", "pg_event_trigger")
                + " AS definition, 'DROP EVENT TRIGGER ' || pg_catalog.quote_ident(e.evtname) AS removal"
                + " FROM pg_catalog.pg_event_trigger e JOIN pg_catalog.pg_proc p ON p.oid = e.evtfoid"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = ANY (?)"
                + own("pg_event_trigger", "e.oid") + " ORDER BY 2";
    }
}
