// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.server;

import java.util.Optional;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in containers. */
final class PostgresContainers extends ContainerServers {

    @Override
    Optional<JdbcDatabaseContainer<?>> container(ServerKind kind) {
        return kind == ServerKind.POSTGRES || kind == ServerKind.POSTGRES_OLDEST
                ? Optional.of(new PostgreSQLContainer(kind.image()))
                : Optional.empty();
    }
}
