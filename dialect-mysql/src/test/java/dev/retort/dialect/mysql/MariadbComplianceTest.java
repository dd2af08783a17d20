// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.testkit.Compliance;
import dev.retort.testkit.cases.OperationCases;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServersExtension.class)
class MariadbComplianceTest {

    @TestFactory
    Stream<DynamicNode> compliance(TestServers servers) throws SQLException {
        return Compliance.of(harness(servers));
    }

    @TestFactory
    Stream<DynamicNode> theOperationsThatTheReferenceShows(TestServers servers) throws SQLException, IOException {
        return OperationCases.ofDocument(harness(servers), Files.readString(Path.of("../docs/migrations-in-yaml.md")));
    }

    private static FamilyHarness harness(TestServers servers) throws SQLException {
        return new FamilyHarness(new MariadbDialectProvider(), servers.get(ServerKind.MARIADB), true);
    }
}
