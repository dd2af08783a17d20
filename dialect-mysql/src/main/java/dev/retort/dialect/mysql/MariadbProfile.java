// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.SqlForm;
import dev.retort.dialect.SqlProfile;

/** MariaDB's SQL for the renderer of portable texts: MySQL's, but for a few places. */
final class MariadbProfile {

    private MariadbProfile() {}

    static SqlProfile of(Flavor flavor) {
        return MysqlProfile.of(flavor)
                .with(SqlForm.INTERSECT, "INTERSECT")
                .with(SqlForm.EXCEPT, "EXCEPT")
                .without(SqlForm.FULL_JOIN, "MariaDB has no FULL JOIN")
                .without(
                        SqlForm.ASSIGNMENT_READS_OLD,
                        "MariaDB assigns from left to right, and a later assignment reads the new value");
    }
}
