// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.ServerVersion;
import java.util.List;

/** The entry of the MariaDB dialect. It connects by the driver of MySQL, which speaks to both. */
public final class MariadbDialectProvider extends FamilyProvider {

    /** What the current long-lived distributions ship. */
    private static final ServerVersion ASSUMED = new ServerVersion(10, 11, 0, Products.MARIADB);

    /** For the service loader. */
    public MariadbDialectProvider() {}

    @Override
    public String id() {
        return Flavor.Family.MARIADB.id();
    }

    @Override
    public List<String> urlExamples() {
        return List.of("mariadb://user@localhost:3306/app", "jdbc:mariadb://localhost/app?user=app");
    }

    @Override
    public ServerVersion defaultVersion() {
        return ASSUMED;
    }
}
