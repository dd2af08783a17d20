// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.server;

import java.util.Optional;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mysql.MySQLContainer;

/** MySQL in containers. */
final class MySqlContainers extends ContainerServers {

    @Override
    Optional<JdbcDatabaseContainer<?>> container(ServerKind kind) {
        return kind == ServerKind.MYSQL
                ? Optional.of(new MySQLContainer(kind.image()).withUsername("root"))
                : Optional.empty();
    }
}
