// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import java.io.IOException;

/** The database's own client, such as {@code sqlite3} or {@code psql}. */
@FunctionalInterface
public interface ScriptClient {

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
