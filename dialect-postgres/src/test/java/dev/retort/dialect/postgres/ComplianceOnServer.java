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

/** The compliance kit on one server. There is a class for each, so that they can be tested at the same time. */
@ExtendWith(TestServersExtension.class)
abstract class ComplianceOnServer {

    private final ServerKind kind;

    ComplianceOnServer(ServerKind kind) {
        this.kind = kind;
    }

    @TestFactory
    Stream<DynamicNode> compliance(TestServers servers) throws SQLException {
        return Compliance.of(new PostgresHarness(servers.get(kind)));
    }

    @TestFactory
    Stream<DynamicNode> theOperationsThatTheReferenceShows(TestServers servers) throws SQLException, IOException {
        return OperationCases.ofDocument(
                new PostgresHarness(servers.get(kind)), Files.readString(Path.of("../docs/migrations-in-yaml.md")));
    }
}
