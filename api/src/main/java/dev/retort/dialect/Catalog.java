// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The information schema of a database, as far as it speaks of some namespaces.
 *
 * @param connection an open connection
 * @param home       the default namespace, whose objects have plain names in the model
 * @param namespaces all that are read, the default one among them
 */
public record Catalog(Connection connection, String home, List<String> namespaces) {

    public Catalog {
        namespaces = List.copyOf(namespaces);
    }

    static Catalog of(Connection connection, InspectionScope scope) throws SQLException {
        String home = Objects.requireNonNull(connection.getSchema(), "the connection has no default namespace");
        List<String> namespaces = new ArrayList<>(List.of(home));
        scope.namespaces().forEach(namespace -> namespaces.add(namespace.value()));
        return new Catalog(connection, home, namespaces);
    }

    /**
     * The rows of a view of the information schema that are about the namespaces.
     *
     * @param view      name of the view
     * @param namespace its column with the namespace
     * @param order     columns to order by
     * @return the rows
     * @throws SQLException if the database refuses
     */
    public List<CatalogRow> rows(String view, String namespace, String order) throws SQLException {
        return rows("*", view, namespace, order);
    }

    /**
     * Some columns of such rows, or all and some more.
     *
     * @param columns   the columns, as in a SELECT list
     * @param view      name of the view
     * @param namespace its column with the namespace
     * @param order     columns to order by
     * @return the rows
     * @throws SQLException if the database refuses
     */
    public List<CatalogRow> rows(String columns, String view, String namespace, String order) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(namespaces.size(), "?"));
        String sql = "SELECT " + columns + " FROM INFORMATION_SCHEMA." + view + " WHERE " + namespace + " IN (" + marks
                + ") ORDER BY " + order;
        return CatalogRow.query(connection, sql, namespaces);
    }

    /**
     * A name in the words of the model.
     *
     * @param namespace a namespace
     * @param name      the name of something in it
     * @return the name, plain if the namespace is the default one
     */
    public QualifiedName name(String namespace, String name) {
        return new QualifiedName(namespace.equals(home) ? null : new Identifier(namespace), new Identifier(name));
    }

    /**
     * The table that a row is about.
     *
     * @param row a row with {@code TABLE_SCHEMA} and {@code TABLE_NAME}
     * @return its name in the words of the model
     */
    public QualifiedName table(CatalogRow row) {
        return name(row.name("TABLE_SCHEMA"), row.name("TABLE_NAME"));
    }
}
