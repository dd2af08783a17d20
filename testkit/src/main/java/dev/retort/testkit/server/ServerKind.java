// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.server;

/** A kind of server that tests ask for. */
public enum ServerKind {
    /** PostgreSQL, the newest major version. */
    POSTGRES("PostgreSQL", "postgres:18"),
    /** PostgreSQL, the oldest major version that is supported. */
    POSTGRES_OLDEST("PostgreSQL 13", "postgres:13"),
    /** MySQL. */
    MYSQL("MySQL", "mysql:9"),
    /** MariaDB. */
    MARIADB("MariaDB", "mariadb:11.4");

    private final String product;
    private final String image;

    ServerKind(String product, String image) {
        this.product = product;
        this.image = image;
    }

    /** {@return the product's name} */
    public String product() {
        return product;
    }

    /** {@return the environment variable that holds a JDBC URL of such a server} */
    public String variable() {
        return "RETORT_TEST_" + name() + "_URL";
    }

    /** The container image that is such a server. */
    String image() {
        return image;
    }
}
