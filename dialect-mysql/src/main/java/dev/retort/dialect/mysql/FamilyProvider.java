// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

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

/**
 * What both providers do. Each of them gives the dialect of the server that answers, whatever its URL says: many programs
 * speak to a MariaDB under a URL of MySQL.
 */
abstract class FamilyProvider implements DialectProvider {

    private static final String VERSION = "SELECT VERSION(), @@version_comment";

    private final MysqlErrors errors = new MysqlErrors();

    FamilyProvider() {}

    @Override
    public Connection connect(DatabaseUrl url, Path project) throws SQLException {
        return Connections.open(url);
    }

    @Override
    public ServerVersion version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean aurora = false;
            try (ResultSet rows = statement.executeQuery("SHOW VARIABLES LIKE 'aurora_version'")) {
                aurora = rows.next();
            }
            try (ResultSet rows = statement.executeQuery(VERSION)) {
                rows.next();
                return Products.read(rows.getString(1), String.valueOf(rows.getString(2)), aurora);
            }
        }
    }

    /**
     * @throws RetortException if the version is older than MySQL 8.0 or MariaDB 10.6
     */
    @Override
    public Dialect dialect(ServerVersion version) {
        boolean mariadb = Products.isMariaDb(version);
        boolean old = mariadb ? !version.isAtLeast(10, 6) : !version.isAtLeast(8, 0);
        if (old) {
            throw new RetortException(Finding.error(
                            ErrorCode.TOO_OLD,
                            "Retort needs MySQL 8.0 or MariaDB 10.6, or later, but the server is " + version + ".")
                    .withHint("Upgrade the server; its maker does not keep this version up any more."));
        }
        return mariadb ? new MariadbDialect(version) : new MysqlDialect(version);
    }

    @Override
    public ErrorTranslator errors() {
        return errors;
    }
}
