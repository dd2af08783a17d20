// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.ErrorTranslator;
import dev.retort.dialect.ServerVersion;
import dev.retort.project.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.Driver;

/** The entry of the PostgreSQL dialect. */
public final class PostgresDialectProvider implements DialectProvider {

    private static final int OLDEST = 13;
    private static final ServerVersion ASSUMED = new ServerVersion(16, 0, 0, Engine.POSTGRESQL.product());

    private final PostgresErrors errors = new PostgresErrors();

    /** For the service loader. */
    public PostgresDialectProvider() {}

    @Override
    public String id() {
        return PostgresOptions.DIALECT;
    }

    @Override
    public boolean accepts(DatabaseUrl url) {
        return url.scheme().equals("postgresql") || url.scheme().equals("postgres");
    }

    @Override
    public List<String> urlExamples() {
        return List.of(
                "postgresql://app@db.example.com:5432/shop?sslmode=verify-full",
                "postgres://localhost/shop",
                "jdbc:postgresql://localhost:5432/shop?user=app");
    }

    @Override
    public Connection connect(DatabaseUrl url, Path project) throws SQLException {
        Connection connection = new Driver().connect(PostgresUrl.jdbc(url), PostgresUrl.properties(url));
        if (connection == null) {
            throw new SQLException("the driver does not understand the URL", PostgresErrors.NO_CONNECTION);
        }
        return connection;
    }

    @Override
    public ServerVersion version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pg_catalog.version(),"
                        + " pg_catalog.current_setting('server_version'), EXISTS (SELECT 1 FROM pg_catalog.pg_proc"
                        + " WHERE proname = 'aurora_version')")) {
            rows.next();
            Engine engine = Engine.ofText(rows.getString(1), rows.getBoolean(3));
            return ServerVersion.parse(engine.product(), rows.getString(2));
        }
    }

    @Override
    public ServerVersion defaultVersion() {
        return ASSUMED;
    }

    /**
     * @throws RetortException if the version is older than 13
     */
    @Override
    public Dialect dialect(ServerVersion version) {
        if (version.major() < OLDEST) {
            throw new RetortException(Finding.error(
                            ErrorCode.TOO_OLD,
                            "Retort needs PostgreSQL " + OLDEST + " or later, but the server is " + version + ".")
                    .withHint("PostgreSQL's own project no longer mends that version either: upgrade the server."));
        }
        return new PostgresDialect(version);
    }

    @Override
    public ErrorTranslator errors() {
        return errors;
    }
}
