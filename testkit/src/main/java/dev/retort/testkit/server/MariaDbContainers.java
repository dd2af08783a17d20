// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.server;

import java.util.Optional;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mariadb.MariaDBContainer;

/** MariaDB in containers. */
final class MariaDbContainers extends ContainerServers {

    @Override
    Optional<JdbcDatabaseContainer<?>> container(ServerKind kind) {
        return kind == ServerKind.MARIADB
                ? Optional.of(new MariaDBContainer(kind.image()).withUsername("root"))
                : Optional.empty();
    }
}
