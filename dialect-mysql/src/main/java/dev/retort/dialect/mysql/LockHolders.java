// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sessions that hold locks on tables. MySQL tells who uses which table; MariaDB does not, without a plugin, so every
 * session with an open transaction is told.
 */
final class LockHolders {

    /** The last statement of a session stays known when the session does nothing. */
    private static final String BY_TABLE = """
            SELECT DISTINCT t.processlist_id AS id, t.processlist_user AS user, t.processlist_host AS host,
                t.processlist_command AS command, t.processlist_time AS seconds,
                m.object_schema AS table_schema, m.object_name AS table_name, s.sql_text AS text
            FROM performance_schema.metadata_locks m
            JOIN performance_schema.threads t ON t.thread_id = m.owner_thread_id
            LEFT JOIN performance_schema.events_statements_current s
                ON s.thread_id = t.thread_id AND s.nesting_event_id IS NULL
            WHERE m.object_type = 'TABLE' AND m.lock_status = 'GRANTED' AND m.object_schema IN %s
                AND t.processlist_id <> CONNECTION_ID()
            ORDER BY t.processlist_id""";

    private static final String BY_TRANSACTION = """
            SELECT p.id AS id, p.user AS user, p.host AS host, p.command AS command, p.time AS seconds,
                COALESCE(x.trx_query, p.info) AS text
            FROM information_schema.innodb_trx x
            JOIN information_schema.processlist p ON p.id = x.trx_mysql_thread_id
            WHERE p.id <> CONNECTION_ID()
            ORDER BY p.id""";

    private static final int LONGEST_TEXT = 200;

    private LockHolders() {}

    static List<String> of(Flavor flavor, Connection connection, Collection<QualifiedName> objects)
            throws SQLException {
        Rows rows = new Rows(connection);
        if (flavor.isMariaDb()) {
            return lines(rows.list(BY_TRANSACTION));
        }
        String home = String.valueOf(connection.getCatalog());
        Set<String> tables = objects.stream().map(name -> path(name, home)).collect(Collectors.toSet());
        List<String> schemas = objects.isEmpty()
                ? List.of(home)
                : objects.stream().map(name -> schema(name, home)).distinct().toList();
        return lines(rows.of(BY_TABLE, schemas).stream()
                .filter(row ->
                        tables.isEmpty() || tables.contains(path(row.text("table_schema"), row.text("table_name"))))
                .toList());
    }

    private static String schema(QualifiedName name, String home) {
        Identifier namespace = name.namespace();
        return namespace == null ? home : namespace.value();
    }

    private static String path(QualifiedName name, String home) {
        return path(schema(name, home), name.name().value());
    }

    private static String path(String schema, String table) {
        return schema + "\0" + table;
    }

    private static List<String> lines(List<Rows.Row> rows) {
        return rows.stream().map(LockHolders::line).distinct().toList();
    }

    private static String line(Rows.Row row) {
        String text = row.text("text").strip().replaceAll("\\s+", " ");
        String shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "..." : text;
        boolean idle = row.text("command").equals("Sleep");
        return "connection " + row.text("id") + " (" + row.text("user")
                + (row.text("host").isEmpty() ? "" : " from " + row.text("host")) + ", "
                + (idle ? "idle" : "busy") + " for " + row.text("seconds") + " s)"
                + (shown.isEmpty() ? "" : ": " + shown);
    }
}
