// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.SqlSyntax;
import dev.retort.dialect.Statement;
import java.util.List;

/**
 * Conditions that must hold, in a form for a connection and in one for a script: a temporary table with a check that only
 * zero violations satisfy, named after what is wrong, so that SQLite's shell says it and stops.
 */
final class Guards {

    private static final String TABLE = "\"_retort_guard\"";

    private final SqlSyntax syntax;

    Guards(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    /**
     * @param query   gives a row for each violation
     * @param message what is wrong, without the values of the row
     * @param values  what introduces the values of the first row behind the message, or an empty text for none
     */
    Statement.Assertion none(String query, String message, String values) {
        String name = syntax.quote(message);
        return new Statement.Assertion(
                query,
                values.isEmpty() ? message : message + values + "%s",
                List.of(
                        "CREATE TEMP TABLE " + TABLE + " (\"violations\" INTEGER CONSTRAINT " + name
                                + " CHECK (\"violations\" = 0))",
                        "INSERT INTO temp." + TABLE + " SELECT count(*) FROM (" + query + ")",
                        "DROP TABLE temp." + TABLE));
    }
}
