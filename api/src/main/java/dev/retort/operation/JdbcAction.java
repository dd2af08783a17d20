// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import java.sql.Connection;
import java.sql.SQLException;

/** Java code of a migration that works on the database itself. */
@FunctionalInterface
public interface JdbcAction {

    /**
     * Does its work.
     *
     * @param connection the connection of the migration, inside its transaction; neither to be committed nor closed
     * @throws SQLException if the database refuses; the migration then fails
     */
    void run(Connection connection) throws SQLException;
}
