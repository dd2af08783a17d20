// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(TestServersExtension.class)
class ServersTest {

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void serverAnswers(ServerKind kind, TestServers servers) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(servers.get(kind).url())) {
            System.out.println(connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion());
            assertTrue(connection.isValid(5));
        }
    }
}
