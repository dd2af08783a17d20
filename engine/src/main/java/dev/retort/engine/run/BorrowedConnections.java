// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections of the application, which stays the owner of what it gives them from. */
record BorrowedConnections(DataSource source) implements Connections {

    @Override
    public Connection open() throws SQLException {
        try {
            return source.getConnection();
        } catch (SQLException refused) {
            throw Connections.cause(refused);
        }
    }

    @Override
    public void close() {
        // the application's
    }
}
