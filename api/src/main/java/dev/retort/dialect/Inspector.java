// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads a database. */
public interface Inspector {

    /**
     * Reads everything in scope, with a number of queries that does not depend on how many objects there are.
     *
     * @param connection an open connection; its transaction, if there is one, goes on
     * @param scope      what to read
     * @return the schema in canonical form, and the database's texts
     * @throws SQLException if the database refuses
     */
    Inspection inspect(Connection connection, InspectionScope scope) throws SQLException;
}
