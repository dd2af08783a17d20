// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import java.util.List;

/**
 * The queries that find objects which are not read, so that nothing is left out in silence. Each row has a word for the
 * object and its name.
 */
final class Unread {

    private Unread() {}

    static List<Guarded> queries() {
        return List.of(
                // Not everybody may read all columns of this catalogue, but everybody may read the names.
                new Guarded(
                        "pg_subscription g WHERE g.subname IS NOT NULL",
                        "SELECT 'subscription' AS type, t.subname AS name FROM pg_catalog.pg_subscription t"
                                + " JOIN pg_catalog.pg_database d ON d.oid = t.subdbid"
                                + " WHERE d.datname = pg_catalog.current_database()"
                                + " AND pg_catalog.cardinality(?::pg_catalog.text[]) >= 0 ORDER BY 2"),
                Guarded.by(
                        "pg_foreign_server",
                        "SELECT 'user mapping' AS type, t.usename || ' for ' || t.srvname AS name"
                                + " FROM pg_catalog.pg_user_mappings t"
                                + " WHERE pg_catalog.cardinality(?::pg_catalog.text[]) >= 0 ORDER BY 2"),
                new Guarded(
                        "pg_seclabel g",
                        "SELECT 'security label on' AS type, t.objoid::pg_catalog.regclass::pg_catalog.text AS name"
                                + " FROM pg_catalog.pg_seclabel t JOIN pg_catalog.pg_class c ON c.oid = t.objoid"
                                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ANY (?)"
                                + " AND t.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass"));
    }
}
