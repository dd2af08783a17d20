// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.ServerVersion;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from what a server says of itself what it is: the words of {@code VERSION()} and {@code @@version_comment}. */
final class Products {

    static final String MYSQL = "MySQL";
    static final String MARIADB = "MariaDB";
    static final String TIDB = "TiDB (MySQL)";
    static final String VITESS = "Vitess (MySQL)";
    static final String AURORA = "Aurora (MySQL)";

    /** Old clients needed to see 5.5.5 before a MariaDB's own version. */
    private static final Pattern MARIADB_VERSION =
            Pattern.compile("(?:5\\.5\\.5-)?(\\d+\\.\\d+(?:\\.\\d+)?)-MariaDB.*");

    private Products() {}

    /**
     * @param version what {@code VERSION()} gives, such as {@code 11.4.5-MariaDB-log} or {@code 8.0.11-TiDB-v7.5.0}
     * @param comment what {@code @@version_comment} gives
     * @param aurora  whether there is a variable {@code aurora_version}
     * @return the version; its product says what the server is
     */
    static ServerVersion read(String version, String comment, boolean aurora) {
        Matcher mariadb = MARIADB_VERSION.matcher(version);
        if (mariadb.matches()) {
            return ServerVersion.parse(MARIADB, mariadb.group(1));
        }
        String words = (version + " " + comment).toLowerCase(Locale.ROOT);
        if (words.contains("mariadb")) {
            return ServerVersion.parse(MARIADB, version);
        }
        String product = words.contains("tidb")
                ? TIDB
                : words.contains("vitess") || words.contains("planetscale") ? VITESS : aurora ? AURORA : MYSQL;
        return ServerVersion.parse(product, version);
    }

    /** Whether a version is that of a MariaDB. */
    static boolean isMariaDb(ServerVersion version) {
        return version.product().equals(MARIADB);
    }
}
