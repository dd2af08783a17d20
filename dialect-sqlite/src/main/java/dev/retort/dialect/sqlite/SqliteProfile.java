// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.ServerVersion;
import dev.retort.dialect.SqlForm;
import dev.retort.dialect.SqlProfile;

/**
 * SQLite's SQL where it differs from ISO SQL. Dates and times are texts, decimal numbers are floating point numbers, and a
 * number without a fraction may be stored as an integer, so that a division with a fraction has to ask for one.
 *
 * @see <a href="https://www.sqlite.org/lang_expr.html">SQL Language Expressions</a>
 * @see <a href="https://www.sqlite.org/lang_datefunc.html">Date And Time Functions</a>
 */
final class SqliteProfile {

    /** SQLite counts on into the next month where a month is too short, and only 3.46 has a modifier against that. */
    private static final String LAST_DAY =
            "MIN(DATE({0}, '{1} months')," + " DATE({0}, 'start of month', '{1} months', '+1 month', '-1 day'))";

    private SqliteProfile() {}

    /**
     * The profile of a version.
     *
     * @param version SQLite's version
     * @return what its SQL looks like
     */
    static SqlProfile of(ServerVersion version) {
        SqlProfile profile = dates(casts(texts(numbers(SqlProfile.STANDARD))))
                .with(SqlForm.DISTINCT_FROM, "{0} IS NOT {1}")
                .with(SqlForm.NOT_DISTINCT_FROM, "{0} IS {1}")
                .with(SqlForm.LIMIT, "LIMIT {0}")
                .with(SqlForm.OFFSET, "LIMIT -1 OFFSET {0}")
                .with(SqlForm.LIMIT_OFFSET, "LIMIT {0} OFFSET {1}");
        if (!version.isAtLeast(3, 39)) {
            String reason = "SQLite before 3.39 has no RIGHT JOIN and no FULL JOIN";
            profile = profile.without(SqlForm.RIGHT_JOIN, reason).without(SqlForm.FULL_JOIN, reason);
        }
        return profile;
    }

    private static SqlProfile numbers(SqlProfile profile) {
        return profile.with(SqlForm.DIVIDE, "CAST({0} AS REAL) / {1}")
                .with(SqlForm.MOD_INTEGERS, "{0} % {1}") // whereas mod() gives a floating point number
                .with(SqlForm.MOD_DECIMALS, "MOD({0}, {1})");
    }

    private static SqlProfile texts(SqlProfile profile) {
        return profile.with(SqlForm.CHAR_LENGTH, "LENGTH({0})")
                .with(SqlForm.POSITION, "INSTR({1}, {0})")
                .with(SqlForm.SUBSTRING, "SUBSTR({0}, MAX({1}, 1))")
                .with(SqlForm.SUBSTRING_FOR, "SUBSTR({0}, MAX({1}, 1), MAX({1} + {2} - MAX({1}, 1), 0))")
                .with(SqlForm.LEFT, "SUBSTR({0}, 1, MAX({1}, 0))")
                .with(SqlForm.RIGHT, "SUBSTR({0}, -MAX({1}, 0), MAX({1}, 0))")
                .with(SqlForm.TRIM_BOTH, "TRIM({1}, {0})")
                .with(SqlForm.TRIM_LEADING, "LTRIM({1}, {0})")
                .with(SqlForm.TRIM_TRAILING, "RTRIM({1}, {0})")
                .without(
                        SqlForm.LIKE,
                        "SQLite's LIKE does not regard case, so a pattern must be a constant, which is written with GLOB")
                .with(SqlForm.GLOB, "{0} GLOB {1}");
    }

    private static SqlProfile casts(SqlProfile profile) {
        return profile.with(SqlForm.CAST_INTEGER_TO_INTEGER, "CAST({0} AS INTEGER)")
                .with(SqlForm.CAST_DECIMAL_TO_INTEGER, "CAST(ROUND({0}) AS INTEGER)")
                .with(SqlForm.CAST_FLOAT_TO_INTEGER, "CAST(ROUND({0}) AS INTEGER)")
                .with(SqlForm.CAST_TEXT_TO_INTEGER, "CAST({0} AS INTEGER)")
                .with(SqlForm.CAST_BOOLEAN_TO_INTEGER, "CAST({0} AS INTEGER)")
                .with(SqlForm.CAST_NUMBER_TO_DECIMAL, "ROUND({0}, {2})")
                .with(SqlForm.CAST_TEXT_TO_DECIMAL, "ROUND(CAST({0} AS REAL), {2})")
                .with(SqlForm.CAST_NUMBER_TO_FLOAT, "CAST({0} AS REAL)")
                .with(SqlForm.CAST_TEXT_TO_FLOAT, "CAST({0} AS REAL)")
                .with(SqlForm.CAST_TEXT_TO_TEXT, "CAST({0} AS TEXT)")
                .with(SqlForm.CAST_TEXT_TO_VARCHAR, "SUBSTR({0}, 1, {1})")
                .with(SqlForm.CAST_INTEGER_TO_TEXT, "CAST({0} AS TEXT)")
                .with(SqlForm.CAST_DATE_TO_TEXT, "DATE({0})")
                .with(SqlForm.CAST_TEXT_TO_DATE, "DATE({0})")
                .with(SqlForm.CAST_TIMESTAMP_TO_DATE, "DATE({0})")
                .with(SqlForm.CAST_TEXT_TO_TIMESTAMP, "DATETIME({0})")
                .with(SqlForm.CAST_DATE_TO_TIMESTAMP, "DATETIME({0})");
    }

    private static SqlProfile dates(SqlProfile profile) {
        return profile.without(
                        SqlForm.LOCALTIMESTAMP,
                        "SQLite keeps no time zone for a session, and CURRENT_TIMESTAMP is in UTC")
                .with(SqlForm.EXTRACT_YEAR, "CAST(STRFTIME('%Y', {0}) AS INTEGER)")
                .with(SqlForm.EXTRACT_MONTH, "CAST(STRFTIME('%m', {0}) AS INTEGER)")
                .with(SqlForm.EXTRACT_DAY, "CAST(STRFTIME('%d', {0}) AS INTEGER)")
                .with(SqlForm.EXTRACT_HOUR, "CAST(STRFTIME('%H', {0}) AS INTEGER)")
                .with(SqlForm.EXTRACT_MINUTE, "CAST(STRFTIME('%M', {0}) AS INTEGER)")
                .with(SqlForm.EXTRACT_SECOND, "CAST(STRFTIME('%S', {0}) AS INTEGER)")
                .with(SqlForm.DATE_ADD_DAYS, "DATE({0}, '{1} days')")
                .with(SqlForm.DATE_ADD_MONTHS, LAST_DAY)
                .with(SqlForm.TIMESTAMP_ADD_DAYS, "DATETIME({0}, '{1} days')")
                .with(SqlForm.TIMESTAMP_ADD_MONTHS, LAST_DAY + " || SUBSTR(DATETIME({0}), 11)")
                .with(SqlForm.TIMESTAMP_ADD_SECONDS, "DATETIME({0}, '{1} seconds')")
                .without(
                        SqlForm.FRACTIONS_IN_ARITHMETIC,
                        "SQLite's arithmetic of timestamps drops fractions of a second")
                .with(SqlForm.DAYS_BETWEEN, "CAST(JULIANDAY({1}) - JULIANDAY({0}) AS INTEGER)");
    }
}
