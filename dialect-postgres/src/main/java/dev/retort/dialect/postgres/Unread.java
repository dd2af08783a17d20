// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.ServerVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * The queries that find objects which are not read, so that nothing is left out in silence. Each row has a word for the
 * object and its name.
 */
record Unread(ServerVersion version) {

    List<Guarded> queries() {
        List<Guarded> queries = new ArrayList<>(List.of(
                of(
                        "base type",
                        "pg_type",
                        "t",
                        "t.typnamespace",
                        "t.typname",
                        "t.typtype = 'b' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_type e WHERE e.typarray = t.oid)"),
                of("operator class", "pg_opclass", "t", "t.opcnamespace", "t.opcname", "true"),
                of(
                        "operator family",
                        "pg_opfamily",
                        "t",
                        "t.opfnamespace",
                        "t.opfname",
                        "NOT EXISTS (SELECT 1 FROM pg_catalog.pg_opclass o WHERE o.opcfamily = t.oid"
                                + " AND o.opcname = t.opfname)"),
                of("conversion", "pg_conversion", "t", "t.connamespace", "t.conname", "true"),
                of("text search parser", "pg_ts_parser", "t", "t.prsnamespace", "t.prsname", "true"),
                of("text search template", "pg_ts_template", "t", "t.tmplnamespace", "t.tmplname", "true"),
                of("foreign table", "pg_class", "t", "t.relnamespace", "t.relname", "t.relkind = 'f'"),
                Guarded.by(
                        "pg_trigger",
                        "NOT g.tgisinternal AND g.tgconstrrelid <> 0",
                        "SELECT 'table in FROM of constraint trigger' AS type, t.tgname AS name"
                                + " FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid"
                                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE n.nspname = ANY (?) AND NOT t.tgisinternal"
                                + " AND t.tgconstrrelid <> 0 ORDER BY 2"),
                everywhere("publication", "pg_publication", "t.pubname"),
                everywhere("foreign data wrapper", "pg_foreign_data_wrapper", "t.fdwname"),
                everywhere("foreign server", "pg_foreign_server", "t.srvname"),
                Guarded.by(
                        "pg_transform",
                        "SELECT 'transform' AS type, pg_catalog.format_type(t.trftype, NULL) AS name"
                                + " FROM pg_catalog.pg_transform t JOIN pg_catalog.pg_type y ON y.oid = t.trftype"
                                + " JOIN pg_catalog.pg_namespace n ON n.oid = y.typnamespace WHERE n.nspname = ANY (?)"
                                + Catalogue.own("pg_transform", "t.oid")),
                new Guarded(
                        "pg_seclabel g",
                        "SELECT 'security label on' AS type, t.objoid::pg_catalog.regclass::pg_catalog.text AS name"
                                + " FROM pg_catalog.pg_seclabel t JOIN pg_catalog.pg_class c ON c.oid = t.objoid"
                                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ANY (?)"
                                + " AND t.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass")));
        if (version.isAtLeast(18, 0)) {
            queries.add(notNull("inheritance (NO INHERIT) of NOT NULL", "t.connoinherit"));
            queries.add(notNull("missing validation (NOT VALID) of NOT NULL", "NOT t.convalidated"));
            queries.add(temporal());
        }
        return queries;
    }

    private static Guarded of(
            String type, String catalog, String alias, String namespace, String name, String condition) {
        String query = "SELECT '" + type + "' AS type, n.nspname || '.' || " + name + " AS name FROM pg_catalog."
                + catalog + " " + alias + " JOIN pg_catalog.pg_namespace n ON n.oid = " + namespace
                + " WHERE n.nspname = ANY (?) AND " + condition + Catalogue.own(catalog, alias + ".oid")
                + " ORDER BY 2";
        return switch (catalog) {
            case "pg_type" ->
                Guarded.by(
                        catalog,
                        "g.typtype = 'b' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_type ge WHERE ge.typarray = g.oid)",
                        query);
            case "pg_class" -> Guarded.by(catalog, "g.relkind = 'f'", query);
            default -> Guarded.by(catalog, query);
        };
    }

    private static Guarded everywhere(String type, String catalog, String name) {
        return Guarded.by(
                catalog,
                "SELECT '" + type + "' AS type, " + name + " AS name FROM pg_catalog." + catalog
                        + " t WHERE pg_catalog.cardinality(?::pg_catalog.text[]) >= 0" + Catalogue.own(catalog, "t.oid")
                        + " ORDER BY 2");
    }

    private static Guarded notNull(String type, String condition) {
        return Guarded.by(
                "pg_constraint",
                "g.contype = 'n' AND " + condition.replace("t.", "g."),
                "SELECT '" + type + "' AS type, c.relname || '.' || t.conname AS name FROM pg_catalog.pg_constraint t"
                        + " JOIN pg_catalog.pg_class c ON c.oid = t.conrelid JOIN pg_catalog.pg_namespace n"
                        + " ON n.oid = c.relnamespace WHERE n.nspname = ANY (?) AND t.contype = 'n' AND " + condition
                        + " ORDER BY 2");
    }

    /** Keys WITHOUT OVERLAPS and foreign keys with PERIOD. */
    private static Guarded temporal() {
        return Guarded.by(
                "pg_constraint",
                "g.conperiod",
                "SELECT 'period of constraint' AS type, c.relname || '.' || t.conname AS name"
                        + " FROM pg_catalog.pg_constraint t JOIN pg_catalog.pg_class c ON c.oid = t.conrelid"
                        + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ANY (?)"
                        + " AND t.conperiod ORDER BY 2");
    }
}
