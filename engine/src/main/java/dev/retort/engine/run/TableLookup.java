// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Looks for one table through JDBC's metadata, which every driver has. */
final class TableLookup {

    private TableLookup() {}

    static boolean exists(Connection connection, QualifiedName table) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        String escape = metadata.getSearchStringEscape();
        String pattern = escape == null || escape.isEmpty()
                ? table.name().value()
                : table.name().value().replace("_", escape + "_").replace("%", escape + "%");
        boolean exact = metadata.supportsMixedCaseQuotedIdentifiers();
        try (ResultSet found = metadata.getTables(null, null, pattern, null)) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                boolean same = exact
                        ? name.equals(table.name().value())
                        : name.equalsIgnoreCase(table.name().value());
                if (same && isIn(connection, table.namespace(), found)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the model calls a namespace is a schema for some drivers and a catalog for others. */
    private static boolean isIn(Connection connection, @Nullable Identifier namespace, ResultSet found)
            throws SQLException {
        String schema = found.getString("TABLE_SCHEM");
        String catalog = found.getString("TABLE_CAT");
        if (namespace != null) {
            return namespace.value().equalsIgnoreCase(schema)
                    || namespace.value().equalsIgnoreCase(catalog);
        }
        return fits(schema, connection.getSchema()) && fits(catalog, connection.getCatalog());
    }

    private static boolean fits(@Nullable String actual, @Nullable String wanted) {
        return actual == null
                || actual.isEmpty()
                || wanted == null
                || wanted.isEmpty()
                || actual.equalsIgnoreCase(wanted);
    }
}
