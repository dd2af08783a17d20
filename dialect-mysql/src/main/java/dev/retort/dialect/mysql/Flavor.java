// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.Capability;
import dev.retort.dialect.ServerVersion;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which of the two families a server is of, and in which version: everything in which they differ and that is a fact
 * rather than a way of writing.
 *
 * @param family  MySQL or MariaDB
 * @param version the server's version; its product names an engine that only speaks like MySQL
 */
record Flavor(Family family, ServerVersion version) {

    enum Family {
        MYSQL("mysql"),
        MARIADB("mariadb");

        private final String id;

        Family(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    private static final Map<String, String> MYSQL_COLLATIONS = Map.of(
            "utf8mb4", "utf8mb4_0900_ai_ci",
            "utf8mb3", "utf8mb3_general_ci",
            "utf8", "utf8mb3_general_ci",
            "latin1", "latin1_swedish_ci",
            "ascii", "ascii_general_ci",
            "binary", "binary",
            "utf16", "utf16_general_ci",
            "utf32", "utf32_general_ci",
            "ucs2", "ucs2_general_ci",
            "latin2", "latin2_general_ci");

    boolean isMariaDb() {
        return family == Family.MARIADB;
    }

    String id() {
        return family.id();
    }

    /** Whether this is MySQL at least in this version; false for MariaDB. */
    boolean isMySql(int major, int minor, int patch) {
        return !isMariaDb() && version.compareTo(new ServerVersion(major, minor, patch, version.product())) >= 0;
    }

    boolean isMariaDb(int major, int minor) {
        return isMariaDb() && version.isAtLeast(major, minor);
    }

    /** The collation that a database has as a rule: that of utf8mb4 without a collation. */
    String collation() {
        return isMariaDb()
                ? version.isAtLeast(11, 5) ? "utf8mb4_uca1400_ai_ci" : "utf8mb4_general_ci"
                : "utf8mb4_0900_ai_ci";
    }

    /** The collation that a character set has if none is said, or null if that is not known here. */
    @org.jspecify.annotations.Nullable
    String collationOf(String charset) {
        String name = charset.toLowerCase(Locale.ROOT);
        if (!isMariaDb() || !name.startsWith("utf") && !name.equals("ucs2")) {
            return MYSQL_COLLATIONS.get(name);
        }
        String unicode = name.equals("utf8") ? "utf8mb3" : name;
        return version.isAtLeast(11, 5) ? unicode + "_uca1400_ai_ci" : unicode + "_general_ci";
    }

    static String charsetOf(String collation) {
        int end = collation.indexOf('_');
        String charset = end < 0 ? collation : collation.substring(0, end);
        return charset.equals("utf8") ? "utf8mb3" : charset;
    }

    boolean isTiDb() {
        return version.product().equals(Products.TIDB);
    }

    boolean isVitess() {
        return version.product().equals(Products.VITESS);
    }

    boolean hasChecks() {
        return isMariaDb() || (isMySql(8, 0, 16) && !isVitess());
    }

    boolean hasExpressionDefaults() {
        return isMariaDb() || isMySql(8, 0, 13);
    }

    boolean hasInvisibleColumns() {
        return isMariaDb() || (isMySql(8, 0, 23) && !isTiDb());
    }

    boolean hasUuid() {
        return isMariaDb(10, 7);
    }

    boolean hasRenameColumn() {
        return isMariaDb() || isMySql(8, 0, 3);
    }

    /** Whether a statement may say that an object is made only if it is not there, beyond tables. */
    boolean hasIfExistsOnParts() {
        return isMariaDb();
    }

    /** What the server can do, a pure function of family and version. */
    Set<Capability> capabilities() {
        EnumSet<Capability> all = EnumSet.of(
                Capability.ALTER_COLUMN_IN_PLACE,
                Capability.ALTER_CONSTRAINTS,
                Capability.COLUMN_POSITION,
                Capability.ENUMS,
                Capability.COMMENTS,
                Capability.RENAME_CONSTRAINT,
                Capability.RENAME_INDEX,
                Capability.GENERATED_STORED,
                Capability.GENERATED_VIRTUAL,
                Capability.IDENTITY,
                Capability.ROUTINES,
                Capability.TRIGGERS,
                Capability.NAMED_CHECKS);
        if (isMySql(8, 0, 13)) {
            all.add(Capability.EXPRESSION_INDEX);
        }
        if (isMySql(8, 0, 0) && !isTiDb() || isMariaDb(10, 8)) {
            all.add(Capability.DESCENDING_INDEX);
        }
        if (hasIfExistsOnParts()) {
            all.add(Capability.IF_EXISTS_ON_PARTS);
        }
        if (isTiDb() || isVitess()) {
            // TiDB has neither; Vitess does not pass either of them on.
            all.remove(Capability.ROUTINES);
            all.remove(Capability.TRIGGERS);
        }
        return Set.copyOf(all);
    }
}
