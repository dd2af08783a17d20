// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.project.DatabaseUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/** What a URL says to the driver. Every parameter is handed through. */
final class PostgresUrl {

    private static final int USUAL_PORT = 5432;

    private PostgresUrl() {}

    /** The URL for the driver; user and password are no part of it unless it came in JDBC's own form. */
    static String jdbc(DatabaseUrl url) {
        if (url.isJdbc()) {
            return url.secretText();
        }
        String host = url.host().orElse("localhost");
        String database = url.path().startsWith("/") ? url.path().substring(1) : url.path();
        return "jdbc:postgresql://" + host + ":" + url.port().orElse(USUAL_PORT) + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static Properties properties(DatabaseUrl url) {
        Properties properties = new Properties();
        Map<String, String> parameters = url.secretParameters();
        boolean named = parameters.containsKey("ApplicationName") || parameters.containsKey("application_name");
        if (!named) {
            properties.setProperty("ApplicationName", "retort");
        }
        if (url.isJdbc()) {
            return properties;
        }
        url.user().ifPresent(user -> properties.setProperty("user", user));
        url.secretPassword().ifPresent(password -> properties.setProperty("password", password));
        parameters.forEach((name, value) -> properties.setProperty(name(name), value(name, value)));
        return properties;
    }

    private static String value(String parameter, String value) {
        if (!parameter.equals("target_session_attrs")) {
            return value;
        }
        return switch (value) {
            case "read-write" -> "primary";
            case "read-only", "standby" -> "secondary";
            case "prefer-standby" -> "preferSecondary";
            default -> value;
        };
    }

    /** The names that libpq's URLs have for what the driver calls otherwise. */
    private static String name(String parameter) {
        return switch (parameter) {
            case "application_name" -> "ApplicationName";
            case "connect_timeout" -> "connectTimeout";
            case "target_session_attrs" -> "targetServerType";
            case "channel_binding" -> "channelBinding";
            default -> parameter;
        };
    }
}
