// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.Capability;
import dev.retort.dialect.ServerVersion;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Engines that speak PostgreSQL's language, told by what {@code version()} says. What they lack is what they document. */
enum Engine {
    /** PostgreSQL itself, and what is built of it without taking anything away. */
    POSTGRESQL("PostgreSQL", Set.of()),
    /** Amazon Aurora, which keeps PostgreSQL's DDL. */
    AURORA("Amazon Aurora PostgreSQL", Set.of()),
    /**
     * CockroachDB: schema changes run in the background and a failure can leave some of them behind.
     *
     * @see <a href="https://www.cockroachlabs.com/docs/stable/online-schema-changes">Online Schema Changes</a>
     * @see <a href="https://www.cockroachlabs.com/docs/stable/postgresql-compatibility">PostgreSQL Compatibility</a>
     */
    COCKROACHDB(
            "CockroachDB",
            Set.of(
                    Capability.TRANSACTIONAL_DDL,
                    Capability.EXCLUSION_CONSTRAINTS,
                    Capability.DEFERRABLE_CONSTRAINTS,
                    Capability.DEFERRABLE_UNIQUE)),
    /**
     * YugabyteDB: a DDL statement is a transaction of its own.
     *
     * @see <a href="https://docs.yugabyte.com/stable/api/ysql/">YSQL</a>
     */
    YUGABYTEDB("YugabyteDB", Set.of(Capability.TRANSACTIONAL_DDL, Capability.EXCLUSION_CONSTRAINTS));

    private final String product;
    private final Set<Capability> missing;

    Engine(String product, Set<Capability> missing) {
        this.product = product;
        this.missing = missing;
    }

    /** What {@link ServerVersion#product()} calls it. */
    String product() {
        return product;
    }

    /** What PostgreSQL can do and this cannot. */
    Set<Capability> missing() {
        return missing;
    }

    /** Whether what users make has higher numbers in the catalogues than what the server is made of. */
    boolean numbersObjectsOfUsersLast() {
        return this != COCKROACHDB;
    }

    static Engine of(ServerVersion version) {
        return Arrays.stream(values())
                .filter(engine -> engine.product.equals(version.product()))
                .findFirst()
                .orElse(POSTGRESQL);
    }

    /** The engine whose {@code version()} says this. */
    static Engine ofText(String version, boolean aurora) {
        String text = version.toLowerCase(Locale.ROOT);
        if (text.contains("cockroachdb")) {
            return COCKROACHDB;
        }
        if (text.contains("-yb-") || text.contains("yugabyte")) {
            return YUGABYTEDB;
        }
        return aurora ? AURORA : POSTGRESQL;
    }
}
