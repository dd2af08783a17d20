// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.schema.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The options that SQLite knows, and the check that there are no others. */
final class SqliteOptions {

    /** Id of the dialect, under which its options stand. */
    static final String DIALECT = "sqlite";
    /** Of a table: whether it enforces its types. */
    static final String STRICT = "strict";
    /** Of a table: whether it has no rowid. */
    static final String WITHOUT_ROWID = "without_rowid";
    /** Of a constraint: what happens on conflict (rollback, fail, ignore or replace). */
    static final String ON_CONFLICT = "on_conflict";
    /** Of a column: the name of its NOT NULL. */
    static final String NOT_NULL_NAME = "not_null_name";
    /** Of a column: what happens on conflict with its NOT NULL. */
    static final String NOT_NULL_ON_CONFLICT = "not_null_on_conflict";
    /** Of a primary key or unique constraint: the collation of each column, empty for the column's own. */
    static final String COLLATIONS = "collations";
    /** Of a primary key or unique constraint: the columns' directions, asc or desc. */
    static final String ORDER = "order";

    static final Set<String> TABLE = Set.of(STRICT, WITHOUT_ROWID);
    static final Set<String> COLUMN = Set.of(NOT_NULL_NAME, NOT_NULL_ON_CONFLICT);
    static final Set<String> KEY = Set.of(ON_CONFLICT, COLLATIONS, ORDER);
    static final Set<String> CHECK = Set.of(ON_CONFLICT);
    static final Set<String> NONE = Set.of();

    private static final Set<String> RESOLUTIONS = Set.of("rollback", "abort", "fail", "ignore", "replace");

    private SqliteOptions() {}

    static List<Finding> check(String subject, Options options, Set<String> known) {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, Object> option : options.forDialect(DIALECT).entrySet()) {
            String key = option.getKey();
            if (!known.contains(key)) {
                findings.add(bad(subject, "SQLite has no option '" + key + "' for " + subject + ".")
                        .withHint(known.isEmpty() ? "There are none here." : "Known: " + new TreeSet<>(known) + "."));
            } else if (!valid(key, option.getValue())) {
                findings.add(bad(subject, "The option '" + key + "' of " + subject + " must be " + expected(key)
                        + ", but was '" + option.getValue() + "'."));
            }
        }
        return findings;
    }

    private static Finding bad(String subject, String message) {
        return Finding.error(ErrorCode.BAD_OPTION, message).about(subject);
    }

    private static boolean valid(String key, Object value) {
        return switch (key) {
            case STRICT, WITHOUT_ROWID -> value instanceof Boolean;
            case ON_CONFLICT, NOT_NULL_ON_CONFLICT -> RESOLUTIONS.contains(value);
            case COLLATIONS -> value instanceof List;
            case ORDER -> value instanceof List<?> list
                    && list.stream().allMatch(word -> word.equals("asc") || word.equals("desc"));
            default -> value instanceof String;
        };
    }

    private static String expected(String key) {
        return switch (key) {
            case STRICT, WITHOUT_ROWID -> "true or false";
            case ON_CONFLICT, NOT_NULL_ON_CONFLICT -> "one of " + new TreeSet<>(RESOLUTIONS);
            case COLLATIONS -> "a list of collations, one for each column";
            case ORDER -> "a list of 'asc' and 'desc', one for each column";
            default -> "a text";
        };
    }

    /** The options of this dialect that say more than the default. */
    static Options canonical(Options options) {
        Options own = options.only(DIALECT);
        for (Map.Entry<String, Object> option : options.forDialect(DIALECT).entrySet()) {
            boolean isDefault = Boolean.FALSE.equals(option.getValue())
                    || "abort".equals(option.getValue())
                    || (option.getValue() instanceof List<?> list
                            && list.stream().allMatch(word -> word.equals("") || word.equals("asc")));
            own = isDefault ? own.with(DIALECT, option.getKey(), null) : own;
        }
        return own;
    }
}
