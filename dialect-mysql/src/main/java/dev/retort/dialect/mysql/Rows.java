// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Quote;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of the information schema. Not safe for use by several threads. */
final class Rows {

    private final Connection connection;
    private final Map<String, byte[]> creations = new HashMap<>();

    Rows(Connection connection) {
        this.connection = connection;
    }

    /** One row, by the names of its columns in lower case. */
    record Row(Map<String, @Nullable String> cells) {

        /** A value; empty for NULL. */
        String text(String column) {
            String value = cells.get(column);
            return value == null ? "" : value;
        }

        @Nullable
        String value(String column) {
            return cells.get(column);
        }

        boolean isYes(String column) {
            return text(column).equalsIgnoreCase("YES");
        }
    }

    List<Row> list(String sql) throws SQLException {
        return of(sql, List.of());
    }

    /** The statement that creates a table, as the server sends it: constants of bytes are in no encoding. Asked for once. */
    byte[] creation(String schema, String table) throws SQLException {
        String sql = "SHOW CREATE TABLE " + Quote.name(schema) + "." + Quote.name(table);
        byte[] known = creations.get(sql);
        if (known == null) {
            known = asked(sql);
            creations.put(sql, known);
        }
        return known;
    }

    private byte[] asked(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getBytes(2) : new byte[0];
        }
    }

    /** Rows of some databases; {@code %s} stands for the list of their names. */
    List<Row> of(String sql, List<String> schemas) throws SQLException {
        String marks = String.join(", ", schemas.stream().map(schema -> "?").toList());
        try (PreparedStatement statement = connection.prepareStatement(sql.replace("%s", "(" + marks + ")"))) {
            for (int i = 0; i < schemas.size(); i++) {
                statement.setString(i + 1, schemas.get(i));
            }
            List<Row> read = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                ResultSetMetaData meta = rows.getMetaData();
                while (rows.next()) {
                    Map<String, @Nullable String> cells = new HashMap<>();
                    for (int i = 1; i <= meta.getColumnCount(); i++) {
                        cells.put(meta.getColumnLabel(i).toLowerCase(Locale.ROOT), rows.getString(i));
                    }
                    read.add(new Row(cells));
                }
            }
            return read;
        }
    }
}
