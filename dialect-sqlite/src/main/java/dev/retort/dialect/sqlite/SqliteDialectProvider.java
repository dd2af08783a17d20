// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.ErrorTranslator;
import dev.retort.dialect.ServerVersion;
import dev.retort.project.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.sqlite.JDBC;

/** The entry of the SQLite dialect. */
public final class SqliteDialectProvider implements DialectProvider {

    private static final String PRODUCT = "SQLite";
    /** What the current long-lived distributions ship, so that a script runs in their shells. */
    private static final ServerVersion ASSUMED = new ServerVersion(3, 40, 0, PRODUCT);
    /** The first version with STRICT tables and a list of all tables. */
    private static final ServerVersion OLDEST = new ServerVersion(3, 37, 0, PRODUCT);

    private final SqliteErrors errors = new SqliteErrors();
    private final SqliteLock lock = new SqliteLock();

    /** For the service loader. */
    public SqliteDialectProvider() {}

    @Override
    public String id() {
        return SqliteOptions.DIALECT;
    }

    @Override
    public List<String> urlExamples() {
        return List.of("sqlite:///app.db", "sqlite:////var/lib/app/app.db", "sqlite:///:memory:", "jdbc:sqlite:app.db");
    }

    @Override
    public Connection connect(DatabaseUrl url, Path project) throws SQLException {
        String jdbc = SqliteUrl.jdbc(url, project);
        Optional<Path> folder = SqliteUrl.file(url, project).map(Path::getParent);
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new SQLException("there is no folder " + folder.get(), null, SqliteErrors.CANTOPEN);
        }
        Connection connection = JDBC.createConnection(jdbc, SqliteUrl.properties(url));
        try {
            probe(connection);
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
        return connection;
    }

    /** SQLite opens a file without looking into it. */
    private static void probe(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM sqlite_master")) {
            rows.next();
        }
    }

    @Override
    public ServerVersion version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT sqlite_version()")) {
            rows.next();
            return ServerVersion.parse(PRODUCT, rows.getString(1));
        }
    }

    @Override
    public ServerVersion defaultVersion() {
        return ASSUMED;
    }

    /**
     * @throws RetortException if the version is older than 3.37
     */
    @Override
    public Dialect dialect(ServerVersion version) {
        if (version.compareTo(OLDEST) < 0) {
            throw new RetortException(Finding.error(
                            ErrorCode.TOO_OLD, "Retort needs SQLite 3.37 or later, but the library is " + version + ".")
                    .withHint("Use a newer sqlite-jdbc."));
        }
        return new SqliteDialect(version, lock);
    }

    @Override
    public ErrorTranslator errors() {
        return errors;
    }
}
