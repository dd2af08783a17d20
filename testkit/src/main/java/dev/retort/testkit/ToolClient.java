// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Dialect;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** A client that is a Java library. */
record ToolClient(Dialect dialect, ScriptClient.Tool tool) implements ScriptClient {

    @Override
    public void run(TestDatabase database, String script) throws IOException {
        try (Connection connection = database.connect()) {
            tool.run(connection, script);
        } catch (SQLException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }
}
