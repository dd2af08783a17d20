// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.ServerVersion;
import java.util.List;

/** The entry of the MySQL dialect. */
public final class MysqlDialectProvider extends FamilyProvider {

    /** The long-term release that is current. */
    private static final ServerVersion ASSUMED = new ServerVersion(8, 4, 0, Products.MYSQL);

    /** For the service loader. */
    public MysqlDialectProvider() {}

    @Override
    public String id() {
        return Flavor.Family.MYSQL.id();
    }

    @Override
    public List<String> urlExamples() {
        return List.of("mysql://user@localhost:3306/app", "jdbc:mysql://localhost/app?user=app");
    }

    @Override
    public ServerVersion defaultVersion() {
        return ASSUMED;
    }
}
