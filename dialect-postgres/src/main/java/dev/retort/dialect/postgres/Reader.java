// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.InspectionScope;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the queries of one inspection and names what they give. */
final class Reader {

    /** What is done with a row. */
    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final InspectionScope scope;
    private final @Nullable String home;
    private final List<String> namespaces = new ArrayList<>();

    Reader(Connection connection, InspectionScope scope) throws SQLException {
        this.connection = connection;
        this.scope = scope;
        this.home = connection.getSchema();
        if (home != null) {
            namespaces.add(home);
        }
        scope.namespaces().stream()
                .map(Identifier::value)
                .filter(name -> !name.equals(home))
                .sorted()
                .forEach(namespaces::add);
    }

    void each(String query, Row row) throws SQLException {
        Array names = connection.createArrayOf("text", namespaces.toArray());
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, names);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.read(rows);
                }
            }
        } finally {
            names.free();
        }
    }

    boolean isHome(String namespace) {
        return namespace.equals(home);
    }

    /** The name of an object; the default namespace is not said. */
    QualifiedName name(String namespace, String name) {
        return QualifiedName.of(isHome(namespace) ? null : namespace, name);
    }

    boolean wants(QualifiedName table) {
        return scope.tables().test(table);
    }

    static List<String> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return List.of();
        }
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }

    static List<Identifier> names(ResultSet row, String column) throws SQLException {
        return list(row, column).stream().map(Identifier::new).toList();
    }

    static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
