// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.dialect.DialectProvider;
import dev.retort.project.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Connections by URL. The pool, and the library that it is made of, exists from the first of them on and not before. */
final class FurtherConnections implements Connections {

    private final DialectProvider provider;
    private final DatabaseUrl url;
    private final Path project;
    private @Nullable Connections pool;

    FurtherConnections(DialectProvider provider, DatabaseUrl url, Path project) {
        this.provider = provider;
        this.url = url;
        this.project = project;
    }

    @Override
    public synchronized Connection open() throws SQLException {
        Connections made = pool == null
                ? new ConnectionPool(() -> provider.connect(url, project), ConnectionPool.PATIENCE_MILLIS)
                : pool;
        pool = made;
        return made.open();
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
    }
}
