// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Dialect;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.testkit.RowMove.Place;
import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a database holds.
 *
 * @param dialect    for quoting
 * @param connection where they are
 */
record StoredRows(Dialect dialect, Connection connection) {

    /** The rows of every table; generated columns are left out. */
    Map<QualifiedName, List<Map<Identifier, String>>> read(Schema schema) throws SQLException {
        Map<QualifiedName, List<Map<Identifier, String>>> rows = new TreeMap<>();
        for (Table table : schema.tables().values()) {
            List<Identifier> columns = table.columns().stream()
                    .filter(column -> column.generated() == null)
                    .map(Column::name)
                    .toList();
            rows.put(table.name(), read(table.name(), columns));
        }
        return rows;
    }

    private List<Map<Identifier, String>> read(QualifiedName table, List<Identifier> columns) throws SQLException {
        String sql = dialect.writer()
                .sql("SELECT")
                .join(columns, (writer, column) -> writer.name(column))
                .sql("FROM")
                .name(table)
                .toString();
        List<Map<Identifier, String>> read = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Map<Identifier, String> row = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), text(rows.getObject(i + 1)));
                }
                read.add(row);
            }
        }
        return read;
    }

    /**
     * A number is told by its value alone: the same one may come in another class after its column's type changed. Large
     * objects and arrays of a driver print as who they are, and are told by what they hold.
     */
    private static String text(@Nullable Object value) throws SQLException {
        if (value instanceof Number) {
            String text = value.toString();
            boolean finite = Character.isDigit(text.charAt(text.length() - 1));
            return "number "
                    + (finite ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text);
        }
        if (value instanceof byte[] bytes) {
            return "x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof Blob blob) {
            return "x" + HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
        }
        if (value instanceof Clob clob) {
            return "String " + clob.getSubString(1, (int) clob.length());
        }
        if (value instanceof java.sql.Array array) {
            return "Array " + Arrays.deepToString(new Object[] {array.getArray()});
        }
        return value == null ? "NULL" : value.getClass().getSimpleName() + " " + value;
    }

    /** Fails unless the rows are the same, as far as their columns are still there; tables have no order. */
    void compare(
            Map<QualifiedName, List<Map<Identifier, String>>> before,
            RowMove move,
            Map<QualifiedName, List<Map<Identifier, String>>> after,
            Supplier<String> when) {
        before.forEach((table, rows) -> {
            if (rows.isEmpty()) {
                return;
            }
            Map<Identifier, Place> kept = new LinkedHashMap<>();
            rows.get(0)
                    .keySet()
                    .forEach(column -> move.of(new Place(table, column)).ifPresent(place -> kept.put(column, place)));
            if (kept.isEmpty()) {
                return;
            }
            QualifiedName now = kept.values().iterator().next().table();
            List<String> expected = projected(rows, List.copyOf(kept.keySet()));
            List<String> actual = projected(
                    after.getOrDefault(now, List.of()),
                    kept.values().stream().map(Place::column).toList());
            if (!expected.equals(actual)) {
                throw new AssertionError("the rows of " + table + ", columns " + kept.keySet() + ", were " + expected
                        + " but are " + actual + " " + when.get());
            }
        });
    }

    private static List<String> projected(List<Map<Identifier, String>> rows, List<Identifier> columns) {
        return rows.stream()
                .map(row -> columns.stream().map(row::get).toList().toString())
                .sorted()
                .toList();
    }
}
