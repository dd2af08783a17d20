// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.schema.QualifiedName;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Periods of MariaDB's tables and the keys over them, which the server tells from 11.4 on.
 *
 * @param texts    what option {@code periods} says, by table
 * @param names    tables with the names of their periods, which are those of checks as well
 * @param overlaps names of periods that a key may not have twice at a time, by table and key
 */
record PeriodReader(Map<QualifiedName, String> texts, Set<String> names, Map<String, String> overlaps) {

    static PeriodReader read(Flavor flavor, Rows rows, List<String> schemas, MysqlInspector.Names known)
            throws SQLException {
        PeriodReader read = new PeriodReader(new HashMap<>(), new HashSet<>(), new HashMap<>());
        if (!flavor.isMariaDb(11, 4)) {
            return read;
        }
        for (Rows.Row row : rows.of(
                "SELECT table_schema, table_name, period, start_column_name, end_column_name"
                        + " FROM information_schema.periods WHERE table_schema IN %s"
                        + " ORDER BY table_schema, table_name, period",
                schemas)) {
            QualifiedName table = known.of(row.text("table_schema"), row.text("table_name"));
            read.names().add(key(table, row.text("period")));
            read.texts()
                    .merge(
                            table,
                            Periods.text(
                                    row.text("period"), row.text("start_column_name"), row.text("end_column_name")),
                            (one, other) -> one + ", " + other);
        }
        for (Rows.Row row : rows.of(
                "SELECT table_schema, table_name, constraint_name, period_name"
                        + " FROM information_schema.key_period_usage WHERE table_schema IN %s",
                schemas)) {
            QualifiedName table = known.of(row.text("table_schema"), row.text("table_name"));
            read.overlaps().put(key(table, row.text("constraint_name")), row.text("period_name"));
        }
        return read;
    }

    private static String key(QualifiedName table, String name) {
        return table + "\u0001" + name;
    }

    /** Whether a check is a period, which the server checks by itself. */
    boolean isPeriod(QualifiedName table, String check) {
        return names.contains(key(table, check));
    }

    /** The period that a key ends with, or nothing. */
    String overlap(QualifiedName table, String key) {
        return overlaps.getOrDefault(key(table, key), "");
    }
}
