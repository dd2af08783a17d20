// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.cases;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.ErrorTranslator;
import dev.retort.dialect.ServerVersion;
import dev.retort.project.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Gives the engine the dialect of a harness. */
record HarnessProvider(Dialect dialect) implements DialectProvider {

    @Override
    public String id() {
        return dialect.id();
    }

    @Override
    public boolean accepts(DatabaseUrl url) {
        return false;
    }

    @Override
    public List<String> urlExamples() {
        return List.of();
    }

    @Override
    public Connection connect(DatabaseUrl url, Path project) throws SQLException {
        throw new SQLException("connections come from the harness");
    }

    @Override
    public ServerVersion version(Connection connection) {
        return dialect.version();
    }

    @Override
    public ServerVersion defaultVersion() {
        return dialect.version();
    }

    @Override
    public Dialect dialect(ServerVersion version) {
        return dialect;
    }

    @Override
    public ErrorTranslator errors() {
        return dialect.errors();
    }
}
