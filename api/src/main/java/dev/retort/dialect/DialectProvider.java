// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.project.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * The entry of a dialect module, the only type that {@link java.util.ServiceLoader} looks for. Chosen by its id or by
 * the URL that it accepts, never by order.
 */
public interface DialectProvider {

    /** {@return its name in migrations and options, such as {@code postgres}; unique} */
    String id();

    /**
     * @param url a database URL
     * @return whether the database that it names is of this dialect; here if its scheme is the id
     */
    default boolean accepts(DatabaseUrl url) {
        return url.scheme().equals(id());
    }

    /** {@return examples of URLs that it accepts, for messages} */
    java.util.List<String> urlExamples();

    /**
     * Opens a connection that commits each statement (auto-commit). The driver's own exceptions come out; the
     * dialect's {@link ErrorTranslator} knows what they mean.
     *
     * @param url     a URL that it accepts
     * @param project the project's folder, against which a relative file name is resolved
     * @return the connection
     * @throws SQLException if the database refuses
     */
    Connection connect(DatabaseUrl url, Path project) throws SQLException;

    /**
     * The version of the server behind a connection; here what the driver says.
     *
     * @param connection an open connection
     * @return its version
     * @throws SQLException if the database refuses
     */
    default ServerVersion version(Connection connection) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        return ServerVersion.parse(server.getDatabaseProductName(), server.getDatabaseProductVersion());
    }

    /** {@return the version to assume where there is no connection} */
    ServerVersion defaultVersion();

    /**
     * The dialect for a server version.
     *
     * @param version the version
     * @return the dialect
     * @throws dev.retort.diagnostic.RetortException if the version is too old
     */
    Dialect dialect(ServerVersion version);

    /** {@return what to make of exceptions, with or without a connection; here as the dialect of the default version does} */
    default ErrorTranslator errors() {
        return dialect(defaultVersion()).errors();
    }
}
