// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.OptionVocabulary;
import dev.retort.dialect.OptionVocabulary.Place;
import dev.retort.dialect.OptionVocabulary.ValueType;
import dev.retort.schema.Options;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options that SQLite knows. */
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

    private static final List<String> RESOLUTIONS = List.of("rollback", "abort", "fail", "ignore", "replace");

    /** Every option, with what it can stand on. */
    static final OptionVocabulary VOCABULARY = new OptionVocabulary(List.of(
            OptionVocabulary.option(STRICT, ValueType.FLAG, Place.TABLE),
            OptionVocabulary.option(WITHOUT_ROWID, ValueType.FLAG, Place.TABLE),
            new OptionVocabulary.Known(
                    ON_CONFLICT, ValueType.TEXT, RESOLUTIONS, Set.of(Place.PRIMARY_KEY, Place.UNIQUE, Place.CHECK)),
            OptionVocabulary.option(NOT_NULL_NAME, ValueType.TEXT, Place.COLUMN),
            new OptionVocabulary.Known(NOT_NULL_ON_CONFLICT, ValueType.TEXT, RESOLUTIONS, Set.of(Place.COLUMN)),
            OptionVocabulary.option(COLLATIONS, ValueType.LIST, Place.PRIMARY_KEY, Place.UNIQUE),
            OptionVocabulary.option(ORDER, ValueType.LIST, Place.PRIMARY_KEY, Place.UNIQUE)));

    private SqliteOptions() {}

    /** The options of this dialect that say more than the default. */
    static Options canonical(Options options) {
        if (options.isEmpty()) {
            return options;
        }
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
