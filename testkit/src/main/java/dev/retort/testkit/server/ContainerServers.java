// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.JdbcDatabaseContainer;

/**
 * Servers in containers, where Docker runs. One class for each product, so that its module of Testcontainers is loaded only
 * if it is on the class path.
 */
abstract class ContainerServers implements ServerSource {

    private static final String PASSWORD = "retort";

    private final List<JdbcDatabaseContainer<?>> started = new ArrayList<>();

    /** A container that was not started, or empty if this makes no such servers. */
    abstract Optional<JdbcDatabaseContainer<?>> container(ServerKind kind);

    @Override
    public final Optional<TestServer> find(ServerKind kind) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        return container(kind).map(container -> start(kind, container));
    }

    private TestServer start(ServerKind kind, JdbcDatabaseContainer<?> container) {
        container.withPassword(PASSWORD);
        started.add(container);
        container.start();
        String url = container.getJdbcUrl().replace("jdbc:mariadb:", "jdbc:mysql:");
        return new TestServer(
                kind,
                url + (url.contains("?") ? "&" : "?") + "user=" + container.getUsername() + "&password=" + PASSWORD,
                "container " + kind.image());
    }

    @Override
    public final void close() {
        started.forEach(JdbcDatabaseContainer::stop);
    }
}
