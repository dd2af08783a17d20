// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlForm;
import dev.retort.dialect.SqlProfile;

/**
 * PostgreSQL's SQL where it differs from ISO SQL.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions.html">Functions and Operators</a>
 */
final class PostgresProfile {

    static final SqlProfile PROFILE = SqlProfile.STANDARD
            .with(SqlForm.LIKE, "{0} LIKE {1} ESCAPE ''")
            .with(SqlForm.DATE_ADD_DAYS, "CAST({0} + INTERVAL '{1} days' AS DATE)")
            .with(SqlForm.DATE_ADD_MONTHS, "CAST({0} + INTERVAL '{1} months' AS DATE)")
            .with(SqlForm.TIMESTAMP_ADD_DAYS, "{0} + INTERVAL '{1} days'")
            .with(SqlForm.TIMESTAMP_ADD_MONTHS, "{0} + INTERVAL '{1} months'")
            .with(SqlForm.TIMESTAMP_ADD_SECONDS, "{0} + INTERVAL '{1} seconds'")
            // ROUND of a floating point number goes to the even neighbour.
            .with(SqlForm.CAST_FLOAT_TO_INTEGER, "CAST(ROUND(CAST({0} AS NUMERIC)) AS {1})")
            .with(SqlForm.DAYS_BETWEEN, "({1} - {0})")
            .with(SqlForm.LIMIT, "LIMIT {0}")
            .with(SqlForm.OFFSET, "OFFSET {0}")
            .with(SqlForm.LIMIT_OFFSET, "LIMIT {0} OFFSET {1}");

    private PostgresProfile() {}
}
