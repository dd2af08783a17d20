// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Dialect;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The database's own client, such as {@code sqlite3} or {@code psql}. */
public interface ScriptClient {

    /** {@return the dialect for the client's version, which may be another than that of the driver} */
    Dialect dialect();

    /** {@return what the client cannot read, beside what the database cannot do} */
    default List<Quirk> quirks() {
        return List.of();
    }

    /** What runs a script on a connection. */
    interface Tool {

        /**
         * Runs a script and stops at the first error.
         *
         * @param connection a connection that commits each statement
         * @param script     the whole text
         * @throws SQLException if the database refuses
         */
        void run(Connection connection, String script) throws SQLException;
    }

    /**
     * A client that is a Java library.
     *
     * @param dialect the dialect for its version
     * @param tool    runs a script
     * @return the client
     */
    static ScriptClient of(Dialect dialect, Tool tool) {
        return new ToolClient(dialect, tool);
    }

    /**
     * Runs a script and stops at the first error.
     *
     * @param database the database
     * @param script   the whole text
     * @throws IOException          if the client fails; the message says what it printed
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void run(TestDatabase database, String script) throws IOException, InterruptedException;
}
