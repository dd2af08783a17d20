// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Dialect;
import java.io.IOException;
import java.util.List;

/** The database's own client, such as {@code sqlite3} or {@code psql}. */
public interface ScriptClient {

    /** {@return the dialect for the client's version, which may be another than that of the driver} */
    Dialect dialect();

    /** {@return what the client cannot read, beside what the database cannot do} */
    default List<Quirk> quirks() {
        return List.of();
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
