// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import java.sql.Connection;
import java.sql.SQLException;

/** An empty database made for one case, and taken away after it. */
public interface TestDatabase extends AutoCloseable {

    /**
     * @return a new connection that commits each statement; closed by the caller
     * @throws SQLException if the database refuses
     */
    Connection connect() throws SQLException;

    /** {@return what the native client needs to find it: a file name or an address} */
    String address();

    @Override
    void close();
}
