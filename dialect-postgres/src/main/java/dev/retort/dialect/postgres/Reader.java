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
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Reads the rows of a query whose parameter is the namespaces. */
    void each(String query, Row row) throws SQLException {
        try (PreparedStatement statement = prepared(query)) {
            read(statement, row);
        }
    }

    /** Reads the rows of a query whose second parameter is an array of relations, by their numbers. */
    void each(String query, List<Long> relations, Row row) throws SQLException {
        try (PreparedStatement statement = prepared(query)) {
            statement.setArray(2, connection.createArrayOf("oid", relations.toArray()));
            read(statement, row);
        }
    }

    private PreparedStatement prepared(String query) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        statement.setArray(1, connection.createArrayOf("text", namespaces.toArray()));
        return statement;
    }

    private static void read(PreparedStatement statement, Row row) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                row.read(rows);
            }
        }
    }

    /** Runs the queries that may have rows, in their order; which these are is found by one query for all of them. */
    void promising(Map<Guarded, Row> queries) throws SQLException {
        Set<String> open = open(queries.keySet());
        for (Map.Entry<Guarded, Row> query : queries.entrySet()) {
            if (open.contains(query.getKey().where())) {
                each(query.getKey().sql(), query.getValue());
            }
        }
    }

    private Set<String> open(Collection<Guarded> queries) throws SQLException {
        List<String> guards = queries.stream().map(Guarded::where).distinct().toList();
        String look = guards.stream()
                .map(where -> where.isEmpty() ? "true" : "EXISTS (SELECT 1 FROM pg_catalog." + where + ")")
                .collect(Collectors.joining(", ", "SELECT ", ""));
        Set<String> open = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(look)) {
            read(statement, row -> {
                for (int i = 0; i < guards.size(); i++) {
                    if (row.getBoolean(i + 1)) {
                        open.add(guards.get(i));
                    }
                }
            });
        }
        return open;
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
