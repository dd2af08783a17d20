// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.SqlForm;
import dev.retort.dialect.SqlProfile;

/** MySQL's SQL for the renderer of portable texts. */
final class MysqlProfile {

    private static final String ALL_ROWS = "18446744073709551615";

    private MysqlProfile() {}

    static SqlProfile of(Flavor flavor) {
        SqlProfile profile = dates(casts(texts(SqlProfile.STANDARD)))
                .with(SqlForm.DIVIDE_INTEGERS, "({0} DIV {1})")
                // An exact quotient has only four digits more than its dividend.
                .with(SqlForm.DIVIDE, "{0} * 1e0 / {1}")
                .with(SqlForm.DISTINCT_FROM, "NOT {0} <=> {1}")
                .with(SqlForm.NOT_DISTINCT_FROM, "{0} <=> {1}")
                .with(SqlForm.NULLS_FIRST, "{0} IS NOT NULL, {0} {1}")
                .with(SqlForm.NULLS_LAST, "{0} IS NULL, {0} {1}")
                .with(SqlForm.LIMIT, "LIMIT {0}")
                .with(SqlForm.OFFSET, "LIMIT " + ALL_ROWS + " OFFSET {0}")
                .with(SqlForm.LIMIT_OFFSET, "LIMIT {0} OFFSET {1}")
                .without(SqlForm.FULL_JOIN, "MySQL has no FULL JOIN")
                .without(
                        SqlForm.ASSIGNMENT_READS_OLD,
                        "MySQL assigns from left to right, and a later assignment reads the new value");
        if (!flavor.isMySql(8, 0, 31)) {
            profile = profile.without(SqlForm.INTERSECT, "MySQL has INTERSECT from 8.0.31 on")
                    .without(SqlForm.EXCEPT, "MySQL has EXCEPT from 8.0.31 on");
        }
        return profile;
    }

    static SqlProfile texts(SqlProfile profile) {
        return profile.with(SqlForm.CONCAT, "CONCAT({0}, {1})")
                .with(SqlForm.LIKE, "{0} LIKE REPLACE({1}, '\\\\', '\\\\\\\\') COLLATE utf8mb4_bin")
                .with(SqlForm.LIKE_ESCAPE, "{0} LIKE {1} COLLATE utf8mb4_bin ESCAPE {2}")
                .with(SqlForm.SUBSTRING, "SUBSTRING({0} FROM GREATEST({1}, 1))")
                .with(
                        SqlForm.SUBSTRING_FOR,
                        "SUBSTRING({0} FROM GREATEST({1}, 1) FOR GREATEST({1} + {2} - GREATEST({1}, 1), 0))")
                .with(SqlForm.LEFT, "LEFT({0}, {1})")
                .with(SqlForm.RIGHT, "RIGHT({0}, {1})");
    }

    static SqlProfile casts(SqlProfile profile) {
        return profile.with(SqlForm.CAST_INTEGER_TO_INTEGER, "CAST({0} AS SIGNED)")
                .with(SqlForm.CAST_DECIMAL_TO_INTEGER, "CAST(ROUND({0}) AS SIGNED)")
                .with(SqlForm.CAST_FLOAT_TO_INTEGER, "CAST(SIGN({0}) * FLOOR(ABS({0}) + 0.5) AS SIGNED)")
                .with(SqlForm.CAST_TEXT_TO_INTEGER, "CAST({0} AS SIGNED)")
                .with(SqlForm.CAST_NUMBER_TO_FLOAT, "({0} + 0e0)")
                .with(SqlForm.CAST_TEXT_TO_FLOAT, "({0} + 0e0)")
                .with(SqlForm.CAST_TEXT_TO_TEXT, "CAST({0} AS CHAR)")
                .with(SqlForm.CAST_TEXT_TO_VARCHAR, "LEFT({0}, {1})")
                .with(SqlForm.CAST_INTEGER_TO_TEXT, "CAST({0} AS CHAR)")
                .with(SqlForm.CAST_DATE_TO_TEXT, "CAST({0} AS CHAR)")
                .with(SqlForm.CAST_TEXT_TO_TIMESTAMP, "CAST({0} AS DATETIME)")
                .with(SqlForm.CAST_DATE_TO_TIMESTAMP, "CAST({0} AS DATETIME)");
    }

    static SqlProfile dates(SqlProfile profile) {
        return profile.with(SqlForm.EXTRACT_YEAR, "EXTRACT(YEAR FROM {0})")
                .with(SqlForm.EXTRACT_MONTH, "EXTRACT(MONTH FROM {0})")
                .with(SqlForm.EXTRACT_DAY, "EXTRACT(DAY FROM {0})")
                .with(SqlForm.EXTRACT_HOUR, "EXTRACT(HOUR FROM {0})")
                .with(SqlForm.EXTRACT_MINUTE, "EXTRACT(MINUTE FROM {0})")
                .with(SqlForm.EXTRACT_SECOND, "EXTRACT(SECOND FROM {0})")
                .with(SqlForm.DATE_ADD_DAYS, "{0} + INTERVAL {1} DAY")
                .with(SqlForm.DATE_ADD_MONTHS, "{0} + INTERVAL {1} MONTH")
                .with(SqlForm.TIMESTAMP_ADD_DAYS, "{0} + INTERVAL {1} DAY")
                .with(SqlForm.TIMESTAMP_ADD_MONTHS, "{0} + INTERVAL {1} MONTH")
                .with(SqlForm.TIMESTAMP_ADD_SECONDS, "{0} + INTERVAL {1} SECOND")
                .with(SqlForm.DAYS_BETWEEN, "DATEDIFF({1}, {0})");
    }
}
