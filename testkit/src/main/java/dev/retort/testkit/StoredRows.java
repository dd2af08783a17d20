// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Dialect;
import dev.retort.schema.Column;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.testkit.RowMove.Place;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that a database holds.
 *
 * @param dialect    for quoting
 * @param connection where they are
 */
record StoredRows(Dialect dialect, Connection connection) {

    /** The values of every column, sorted, since tables have no order; generated columns are left out. */
    Map<Place, List<String>> read(Schema schema) throws SQLException {
        Map<Place, List<String>> values = new HashMap<>();
        for (Table table : schema.tables().values()) {
            for (Column column : table.columns()) {
                if (column.generated() == null) {
                    values.put(new Place(table.name(), column.name()), values(table, column));
                }
            }
        }
        return values;
    }

    private List<String> values(Table table, Column column) throws SQLException {
        String sql = dialect.writer()
                .sql("SELECT")
                .name(column.name())
                .sql("FROM")
                .name(table.name())
                .toString();
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Object value = rows.getObject(1);
                values.add(value instanceof byte[] bytes
                        ? "x" + HexFormat.of().formatHex(bytes)
                        : value == null ? "NULL" : value.getClass().getSimpleName() + " " + value);
            }
        }
        values.sort(null);
        return values;
    }

    void compare(Map<Place, List<String>> before, RowMove move, Map<Place, List<String>> after, String when) {
        before.forEach((place, values) -> {
            Optional<Place> now = move.of(place);
            List<String> found = now.map(after::get).orElse(values);
            if (!values.equals(found)) {
                throw new AssertionError("the values of " + place.table() + "." + place.column() + " were " + values + " but are "
                        + found + " " + when);
            }
        });
    }
}
