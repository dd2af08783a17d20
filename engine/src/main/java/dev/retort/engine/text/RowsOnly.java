// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.text;

import dev.retort.schema.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells SQL that can only read or change rows from SQL that may change the schema. Every statement counts, in every
 * variant; a statement whose first word is not known to leave the schema alone is taken to change it.
 */
public final class RowsOnly {

    private static final Set<String> HARMLESS = Set.of(
            "ANALYZE",
            "BEGIN",
            "CHECKPOINT",
            "COMMIT",
            "COPY",
            "DEALLOCATE",
            "DELETE",
            "DESCRIBE",
            "END",
            "EXPLAIN",
            "GRANT",
            "INSERT",
            "LOAD",
            "LOCK",
            "MERGE",
            "NOTIFY",
            "OPTIMIZE",
            "PRAGMA",
            "REFRESH",
            "REINDEX",
            "RELEASE",
            "REPLACE",
            "RESET",
            "REVOKE",
            "ROLLBACK",
            "SAVEPOINT",
            "SELECT",
            "SET",
            "SHOW",
            "START",
            "TABLE",
            "TRUNCATE",
            "UNLOCK",
            "UPDATE",
            "UPSERT",
            "VACUUM",
            "VALUES",
            "WITH");

    /** Statements that leave rows alone too. */
    private static final Set<String> READING = Set.of(
            "ANALYZE",
            "CHECKPOINT",
            "DESCRIBE",
            "EXPLAIN",
            "GRANT",
            "OPTIMIZE",
            "PRAGMA",
            "REINDEX",
            "REVOKE",
            "SELECT",
            "SET",
            "SHOW",
            "VACUUM",
            "VALUES");

    /** What CREATE, ALTER and DROP can be about without touching anything that the model holds. */
    private static final Set<String> OUTSIDE_THE_MODEL =
            Set.of("GROUP", "POLICY", "PUBLICATION", "ROLE", "SUBSCRIPTION", "USER");

    private RowsOnly() {}

    /**
     * @param text a text of any kind
     * @return whether it leaves tables, views and all other objects as they are
     */
    public static boolean is(SqlText text) {
        return Mentions.textsOf(text).stream().allMatch(RowsOnly::leavesSchema);
    }

    /**
     * @param sql one or more statements
     * @return whether there is a statement in it
     */
    public static boolean isEmpty(String sql) {
        return SqlScanner.tokens(sql).stream().allMatch(token -> token.isSymbol(';'));
    }

    /**
     * @param text a text of any kind
     * @return whether it leaves rows as they are, too
     */
    public static boolean reads(SqlText text) {
        return Mentions.textsOf(text).stream()
                .flatMap(sql -> statements(sql).stream())
                .allMatch(statement -> statement.isEmpty()
                        || READING.contains(statement.get(0).text().toUpperCase(Locale.ROOT)));
    }

    private static boolean leavesSchema(String sql) {
        return statements(sql).stream().allMatch(RowsOnly::isHarmless);
    }

    private static List<List<SqlToken>> statements(String sql) {
        List<List<SqlToken>> statements = new ArrayList<>();
        statements.add(new ArrayList<>());
        for (SqlToken token : SqlScanner.tokens(sql)) {
            if (token.isSymbol(';')) {
                statements.add(new ArrayList<>());
            } else {
                statements.get(statements.size() - 1).add(token);
            }
        }
        return statements;
    }

    private static boolean isHarmless(List<SqlToken> statement) {
        int first = 0;
        while (first < statement.size() && statement.get(first).isSymbol('(')) {
            first++;
        }
        if (first == statement.size()) {
            return true;
        }
        String word = statement.get(first).text().toUpperCase(Locale.ROOT);
        if (Set.of("CREATE", "ALTER", "DROP").contains(word)) {
            return statement.size() > first + 1
                    && OUTSIDE_THE_MODEL.contains(
                            statement.get(first + 1).text().toUpperCase(Locale.ROOT));
        }
        return HARMLESS.contains(word) && !makesTable(word, statement);
    }

    /** {@code SELECT ... INTO t} makes a table, on the databases that have it. */
    private static boolean makesTable(String word, List<SqlToken> statement) {
        boolean query = word.equals("SELECT") || word.equals("WITH");
        return query
                && has(statement, "INTO")
                && !has(statement, "INSERT")
                && !has(statement, "MERGE")
                && !has(statement, "REPLACE");
    }

    private static boolean has(List<SqlToken> statement, String word) {
        return statement.stream().anyMatch(token -> token.isWord(word));
    }
}
