// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlWriter;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sessions that hold locks on relations. What another user's session runs is told to a superuser and to members of
 * {@code pg_read_all_stats} only.
 *
 * @see <a href="https://www.postgresql.org/docs/current/view-pg-locks.html">pg_locks</a>
 */
record LockHolders(Connection connection, Supplier<SqlWriter> writers) {

    private static final int LONGEST = 120;

    /** If no relation is named, every relation counts that is not one of the system's. */
    private static final String QUERY = "SELECT a.pid, a.application_name, a.state,"
            + " pg_catalog.to_char(a.state_change, 'HH24:MI:SS') AS since, a.query"
            + " FROM pg_catalog.pg_stat_activity a WHERE a.pid <> pg_catalog.pg_backend_pid() AND a.pid IN (SELECT l.pid"
            + " FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_class c ON c.oid = l.relation"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            + " JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = pg_catalog.current_database()"
            + " WHERE l.granted AND CASE WHEN pg_catalog.cardinality(?::text[]) = 0 THEN n.nspname NOT LIKE 'pg\\_%' AND"
            + " n.nspname <> 'information_schema' ELSE l.relation IN (SELECT pg_catalog.to_regclass(names.name)"
            + " FROM pg_catalog.unnest(?::text[]) AS names (name)) END) ORDER BY a.xact_start, a.pid";

    List<String> of(Collection<QualifiedName> objects) throws SQLException {
        Object[] names = objects.stream()
                .map(name -> writers.get().name(name).toString())
                .toArray();
        List<String> holders = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setArray(1, connection.createArrayOf("text", names));
            statement.setArray(2, connection.createArrayOf("text", names));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    holders.add(line(rows));
                }
            }
        }
        return holders;
    }

    private static String line(ResultSet row) throws SQLException {
        List<String> what = new ArrayList<>();
        String application = row.getString("application_name");
        if (application != null && !application.isBlank()) {
            what.add(application);
        }
        String state = row.getString("state");
        if (state != null) {
            what.add(state + " since " + row.getString("since"));
        }
        String query = row.getString("query");
        String text = query == null ? "" : query.strip().replaceAll("\\s+", " ");
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return "process " + row.getInt("pid") + (what.isEmpty() ? "" : " (" + String.join(", ", what) + ")")
                + (cut.isEmpty() ? "" : ": " + cut);
    }
}
