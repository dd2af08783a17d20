// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.engine.DialectRegistry;
import dev.retort.engine.RetortConfig;
import dev.retort.project.DatabaseUrl;
import dev.retort.project.Redaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens connections to the database that a configuration names, and finds its dialect. */
public final class Database {

    private final RetortConfig config;
    private final DialectRegistry registry;

    /**
     * @param config   URL or source of connections
     * @param registry dialects
     */
    public Database(RetortConfig config, DialectRegistry registry) {
        this.config = config;
        this.registry = registry;
    }

    /**
     * The dialect without a connection, for the version that is assumed then.
     *
     * @param id id of the dialect, or null for that of the configuration
     * @return the dialect
     * @throws RetortException if there is none, or nothing says which
     */
    public Dialect offlineDialect(@Nullable String id) {
        DialectProvider provider = id != null ? registry.byId(id) : provider();
        return provider.dialect(provider.defaultVersion());
    }

    private DialectProvider provider() {
        String id = config.dialect();
        return id != null ? registry.byId(id) : registry.byUrl(url());
    }

    private DatabaseUrl url() {
        return config.url()
                .orElseThrow(() -> new RetortException(Finding.error(ErrorCode.NO_URL, "No database URL was given.")
                        .withHint("Set 'url' under 'database' in the project file, often '${DATABASE_URL}', and the"
                                + " variable in the environment or in the file .env beside it.")));
    }

    /**
     * Opens a connection.
     *
     * @return the connection with its dialect
     * @throws RetortException if the database cannot be reached or refuses
     */
    public Session open() {
        DataSource source = config.dataSource().orElse(null);
        return source == null ? connect() : borrow(source);
    }

    private Session connect() {
        DatabaseUrl url = url();
        DialectProvider provider = provider();
        try {
            Connection connection = provider.connect(url, config.project().folder());
            Connections further =
                    new FurtherConnections(provider, url, config.project().folder());
            return session(provider, connection, url, true, further);
        } catch (SQLException refused) {
            throw Session.refused(provider.errors(), url, refused, "connecting to " + url);
        }
    }

    private Session borrow(DataSource source) {
        try {
            Connection connection = source.getConnection();
            DialectProvider provider = null;
            try {
                provider = config.dialect() == null && config.url().isEmpty()
                        ? registry.byUrl(
                                DatabaseUrl.parse(connection.getMetaData().getURL()))
                        : provider();
                boolean autoCommit = connection.getAutoCommit();
                if (!autoCommit) {
                    connection.setAutoCommit(true);
                }
                return session(
                        provider, connection, config.url().orElse(null), autoCommit, new BorrowedConnections(source));
            } finally {
                if (provider == null) {
                    connection.close();
                }
            }
        } catch (SQLException refused) {
            throw noConnection(Connections.cause(refused));
        }
    }

    /** What the dialect makes of it, if it is known which that is. */
    private RetortException noConnection(SQLException refused) {
        boolean known = config.dialect() != null || config.url().isPresent();
        Finding finding = (known
                        ? provider().errors().translate(refused, config.url().orElse(null))
                        : Optional.<Finding>empty())
                .orElseGet(() -> Finding.error(
                        ErrorCode.UNREACHABLE,
                        "The application's data source gave no connection: "
                                + Redaction.redact(String.valueOf(refused.getMessage())) + "."));
        return new RetortException(List.of(finding), refused);
    }

    private static Session session(
            DialectProvider provider,
            Connection connection,
            @Nullable DatabaseUrl url,
            boolean autoCommit,
            Connections further) {
        try {
            return new Session(connection, provider.dialect(provider.version(connection)), url, autoCommit, further);
        } catch (SQLException refused) {
            throw closing(
                    connection, Session.refused(provider.errors(), url, refused, "asking for the server's version"));
        } catch (RetortException tooOld) {
            throw closing(connection, tooOld);
        }
    }

    private static RetortException closing(Connection connection, RetortException failure) {
        try {
            connection.close();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
        return failure;
    }
}
