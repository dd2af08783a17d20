// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.testkit.Compliance;
import dev.retort.testkit.cases.OperationCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SqliteComplianceTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicNode> compliance() throws SQLException {
        return Compliance.of(new SqliteHarness(folder));
    }

    @TestFactory
    Stream<DynamicNode> theOperationsThatTheReferenceShows() throws SQLException, IOException {
        String reference = Files.readString(Path.of("../docs/migrations-in-yaml.md"));
        return OperationCases.ofDocument(new SqliteHarness(folder), reference);
    }
}
