// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.server;

import java.io.IOException;
import java.util.Optional;

/** A place that servers come from. */
interface ServerSource extends AutoCloseable {

    /**
     * Finds or starts a server.
     *
     * @param kind what is wanted
     * @return the server, or empty if this source has none
     * @throws Exception if it should have one, but it does not start
     */
    Optional<TestServer> find(ServerKind kind) throws Exception;

    /** Stops what was started. */
    @Override
    default void close() throws IOException {}
}
