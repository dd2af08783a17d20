// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.server;

import java.util.Map;
import java.util.Optional;

/** Servers that run already, named by environment variables. */
final class EnvironmentServers implements ServerSource {

    private final Map<String, String> environment;

    EnvironmentServers(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Optional<TestServer> find(ServerKind kind) {
        String url = environment.getOrDefault(kind.variable(), "");
        return url.isBlank()
                ? Optional.empty()
                : Optional.of(new TestServer(kind, url.strip(), "environment variable " + kind.variable()));
    }
}
