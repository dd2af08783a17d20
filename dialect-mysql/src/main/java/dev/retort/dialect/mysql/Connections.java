// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import com.mysql.cj.jdbc.NonRegisteringDriver;
import dev.retort.project.DatabaseUrl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens connections whose sessions read texts as Retort writes them. */
final class Connections {

    /** For those who do not say otherwise in the URL. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "characterEncoding", "UTF-8",
            "tinyInt1isBit", "false",
            "connectionTimeZone", "UTC",
            "connectTimeout", "30000");
    /** Modes in which the same text means something else, and the combinations that bring them along. */
    private static final Set<String> OTHER_TEXTS =
            Set.of("ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "ANSI", "DB2", "MAXDB", "MSSQL", "ORACLE", "POSTGRESQL");

    private Connections() {}

    static Connection open(DatabaseUrl url) throws SQLException {
        String jdbc = jdbc(url);
        Properties properties = new Properties();
        String given = jdbc.toLowerCase(Locale.ROOT);
        DEFAULTS.forEach((key, value) -> {
            if (!given.contains(key.toLowerCase(Locale.ROOT) + "=")) {
                properties.setProperty(key, value);
            }
        });
        if (!url.isJdbc()) {
            url.user().ifPresent(user -> properties.setProperty("user", user));
            url.secretPassword().ifPresent(password -> properties.setProperty("password", password));
            url.secretParameters().forEach(properties::setProperty);
        }
        Connection connection = new NonRegisteringDriver().connect(jdbc, properties);
        if (connection == null) {
            throw new SQLException("the driver does not take this URL", "08001");
        }
        try {
            prepare(connection);
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
        return connection;
    }

    private static String jdbc(DatabaseUrl url) {
        if (url.isJdbc()) {
            return "jdbc:mysql:" + url.afterScheme();
        }
        String host = url.host().orElse("localhost");
        String port = url.port().map(number -> ":" + number).orElse("");
        String database = url.path().replace("%", "%25").replace("?", "%3F");
        return "jdbc:mysql://" + host + port + (database.isEmpty() ? "/" : database);
    }

    /** Keeps the server's strictness, but no mode in which quotes and backslashes mean something else. */
    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String modes;
            try (ResultSet rows = statement.executeQuery("SELECT @@session.sql_mode")) {
                modes = rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
            String kept = Arrays.stream(modes.split(","))
                    .filter(mode -> !OTHER_TEXTS.contains(mode))
                    .collect(Collectors.joining(","));
            if (!kept.equals(modes)) {
                statement.execute("SET SESSION sql_mode = '" + kept + "'");
            }
            statement.execute("SET time_zone = '+00:00'");
        }
    }
}
