// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.testkit.Laws;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServersExtension.class)
class MariadbLawsTest {

    @TestFactory
    Stream<DynamicNode> laws(TestServers servers) throws SQLException {
        return Laws.of(new FamilyHarness(new MariadbDialectProvider(), servers.get(ServerKind.MARIADB)));
    }
}
