// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.testkit.Laws;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SqliteLawsTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicNode> laws() throws SQLException {
        return Laws.of(new SqliteHarness(folder));
    }
}
