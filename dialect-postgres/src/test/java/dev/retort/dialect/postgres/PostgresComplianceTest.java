// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

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
class PostgresComplianceTest {

    @TestFactory
    Stream<DynamicNode> compliance(TestServers servers) throws SQLException {
        return Compliance.of(harness(servers, ServerKind.POSTGRES), harness(servers, ServerKind.POSTGRES_OLDEST));
    }

    @TestFactory
    Stream<DynamicNode> theOperationsThatTheReferenceShows(TestServers servers) throws SQLException, IOException {
        return documented(harness(servers, ServerKind.POSTGRES));
    }

    @TestFactory
    Stream<DynamicNode> theOperationsThatTheReferenceShowsOnTheOldestServer(TestServers servers)
            throws SQLException, IOException {
        return documented(harness(servers, ServerKind.POSTGRES_OLDEST));
    }

    private static PostgresHarness harness(TestServers servers, ServerKind kind) throws SQLException {
        return new PostgresHarness(servers.get(kind));
    }

    private static Stream<DynamicNode> documented(PostgresHarness harness) throws IOException {
        return OperationCases.ofDocument(harness, Files.readString(Path.of("../docs/migrations-in-yaml.md")));
    }
}
