// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a database's catalogue. A column that a database does not have is as NULL, for no database has all that the
 * standard asks for.
 */
public final class CatalogRow {

    private final Map<String, @Nullable String> cells;

    private CatalogRow(Map<String, @Nullable String> cells) {
        this.cells = cells;
    }

    /**
     * Runs a query.
     *
     * @param connection an open connection
     * @param sql        a query
     * @param parameters its parameters, which are texts
     * @return the rows, in order
     * @throws SQLException if the database refuses
     */
    public static List<CatalogRow> query(Connection connection, String sql, Collection<String> parameters)
            throws SQLException {
        List<CatalogRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int number = 1;
            for (String parameter : parameters) {
                statement.setString(number++, parameter);
            }
            try (ResultSet results = statement.executeQuery()) {
                ResultSetMetaData columns = results.getMetaData();
                while (results.next()) {
                    Map<String, @Nullable String> cells = new HashMap<>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        cells.put(columns.getColumnLabel(i).toUpperCase(Locale.ROOT), results.getString(i));
                    }
                    rows.add(new CatalogRow(cells));
                }
            }
        }
        return rows;
    }

    /**
     * The same row with another value.
     *
     * @param column name of a column in capitals
     * @param value  its value
     * @return a copy
     */
    public CatalogRow with(String column, String value) {
        Map<String, @Nullable String> copy = new HashMap<>(cells);
        copy.put(column, value);
        return new CatalogRow(copy);
    }

    /**
     * A text.
     *
     * @param column name of the column in capitals
     * @return its value, or null
     */
    public @Nullable String text(String column) {
        return cells.get(column);
    }

    /**
     * A text that is always there, such as a name.
     *
     * @param column name of the column in capitals
     * @return its value
     * @throws NullPointerException if it is NULL after all
     */
    public String name(String column) {
        return Objects.requireNonNull(cells.get(column), column);
    }

    /**
     * A name with its namespace, which tells an object from all others.
     *
     * @param kind what the columns are called by, such as {@code INDEX} for {@code INDEX_SCHEMA} and {@code INDEX_NAME}
     * @return the name
     */
    public QualifiedName key(String kind) {
        return QualifiedName.of(name(kind + "_SCHEMA"), name(kind + "_NAME"));
    }

    /**
     * A whole number.
     *
     * @param column name of the column in capitals
     * @return its value, or null
     */
    public @Nullable Long number(String column) {
        String digits = cells.get(column);
        return digits == null ? null : Long.valueOf(digits);
    }

    /**
     * A truth value, which the standard tells as {@code YES} or {@code NO}.
     *
     * @param column name of the column in capitals
     * @return whether it is true; false for NULL
     */
    public boolean flag(String column) {
        String value = cells.get(column);
        return "YES".equals(value) || "TRUE".equalsIgnoreCase(value) || "1".equals(value);
    }
}
