// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.text;

import java.util.Locale;
import java.util.Set;

/** Words that stand for themselves inside an expression, whatever columns there are. */
final class Keywords {

    private static final Set<String> RESERVED = Set.of(
            "ALL",
            "AND",
            "ANY",
            "AS",
            "ASC",
            "BETWEEN",
            "BY",
            "CASE",
            "CAST",
            "COLLATE",
            "CURRENT_DATE",
            "CURRENT_TIME",
            "CURRENT_TIMESTAMP",
            "CURRENT_USER",
            "DESC",
            "DISTINCT",
            "ELSE",
            "END",
            "ESCAPE",
            "EXISTS",
            "FALSE",
            "FROM",
            "GLOB",
            "GROUP",
            "HAVING",
            "IN",
            "INTERVAL",
            "INTO",
            "IS",
            "ISNULL",
            "JOIN",
            "LIKE",
            "LIMIT",
            "MATCH",
            "NOT",
            "NOTNULL",
            "NULL",
            "ON",
            "OR",
            "ORDER",
            "REGEXP",
            "SELECT",
            "SET",
            "SIMILAR",
            "SOME",
            "TABLE",
            "THEN",
            "TO",
            "TRUE",
            "UNION",
            "UNIQUE",
            "UPDATE",
            "USER",
            "USING",
            "VALUES",
            "WHEN",
            "WHERE",
            "WITH",
            "CREATE",
            "INDEX",
            "CHECK",
            "DEFAULT",
            "PRIMARY",
            "KEY",
            "FOREIGN",
            "REFERENCES",
            "CONSTRAINT",
            "INSERT",
            "DELETE",
            "DROP",
            "ALTER",
            "ADD",
            "COLUMN",
            "GRANT");

    private Keywords() {}

    static boolean isReserved(String word) {
        return RESERVED.contains(word.toUpperCase(Locale.ROOT));
    }
}
