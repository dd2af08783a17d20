// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.OptionVocabulary;
import dev.retort.dialect.OptionVocabulary.Place;
import dev.retort.dialect.OptionVocabulary.ValueType;
import dev.retort.dialect.postgres.text.GivenNames;
import dev.retort.schema.Options;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options that PostgreSQL knows. */
final class PostgresOptions {

    /** Id of the dialect, under which its options stand. */
    static final String DIALECT = "postgres";

    /** Storage parameters, each a text such as {@code fillfactor=70}. */
    static final String WITH = "with";

    static final String TABLESPACE = "tablespace";
    static final String UNLOGGED = "unlogged";
    /** Of a table: what stands behind PARTITION BY. */
    static final String PARTITION_BY = "partition_by";
    /** Of a table: the partitioned table and the bounds, such as {@code events FOR VALUES FROM (1) TO (9)}. */
    static final String PARTITION_OF = "partition_of";
    /** Of a partition: it is created as a table and attached then, with names of its own for what its table brings. */
    static final String ATTACHED = "attached";
    /** Of a table: the tables that it inherits from. */
    static final String INHERITS = "inherits";
    /** Access method of a table, index or materialized view. */
    static final String USING = "using";

    static final String ROW_SECURITY = "row_security";
    static final String FORCE_ROW_SECURITY = "force_row_security";
    /** Of a table: its policies, each what stands behind CREATE POLICY, without the table. */
    static final String POLICIES = "policies";

    /** Of a column that a table inherits: the table has it of its own, too, so that it stays when the parent's goes. */
    static final String LOCAL = "local";

    /** Of a column: name of the constraint that makes it NOT NULL, as SQL, perhaps with NO INHERIT. */
    static final String NOT_NULL = "not_null";

    static final String STORAGE = "storage";
    static final String COMPRESSION = "compression";
    static final String STATISTICS = "statistics";

    static final String INCLUDE = "include";
    static final String NULLS_NOT_DISTINCT = "nulls_not_distinct";
    /** Of an index that is created or dropped: without locking writers out. Nothing of it stays. */
    static final String CONCURRENTLY = "concurrently";

    static final String OPERATOR_CLASS = "operator_class";
    static final String NO_INHERIT = "no_inherit";
    static final String NOT_ENFORCED = "not_enforced";
    /** Of a foreign key: the columns that ON DELETE SET NULL or SET DEFAULT changes. */
    static final String ON_DELETE_COLUMNS = "on_delete_columns";

    /** Of a key: the values of its last column are ranges that do not overlap. */
    static final String WITHOUT_OVERLAPS = "without_overlaps";
    /** Of a foreign key: its last column is a range that the referred rows cover together. */
    static final String PERIOD = "period";

    static final String CHECK_OPTION = "check_option";
    static final String SECURITY_BARRIER = "security_barrier";
    static final String SECURITY_INVOKER = "security_invoker";
    static final String NO_DATA = "no_data";

    /** Of a trigger: whether it is a constraint, and when that is checked. */
    static final String CONSTRAINT = "constraint";

    /** Of a constraint trigger: the other table of the constraint. */
    static final String FROM = "from";

    static final String OLD_TABLE = "old_table";
    static final String NEW_TABLE = "new_table";

    /** Every option, with what it can stand on. */
    static final OptionVocabulary VOCABULARY = new OptionVocabulary(List.of(
            option(UNLOGGED, ValueType.FLAG, Place.TABLE, Place.BATCH),
            option(PARTITION_BY, ValueType.TEXT, Place.TABLE),
            option(PARTITION_OF, ValueType.TEXT, Place.TABLE),
            option(ATTACHED, ValueType.FLAG, Place.TABLE),
            option(INHERITS, ValueType.LIST, Place.TABLE),
            option(ROW_SECURITY, ValueType.FLAG, Place.TABLE, Place.BATCH),
            option(FORCE_ROW_SECURITY, ValueType.FLAG, Place.TABLE, Place.BATCH),
            option(POLICIES, ValueType.LIST, Place.TABLE, Place.BATCH),
            option(USING, ValueType.TEXT, Place.TABLE, Place.BATCH, Place.INDEX, Place.VIEW),
            option(
                    WITH,
                    ValueType.LIST,
                    Place.TABLE,
                    Place.BATCH,
                    Place.INDEX,
                    Place.PRIMARY_KEY,
                    Place.UNIQUE,
                    Place.EXCLUSION,
                    Place.VIEW),
            option(
                    TABLESPACE,
                    ValueType.TEXT,
                    Place.TABLE,
                    Place.BATCH,
                    Place.INDEX,
                    Place.PRIMARY_KEY,
                    Place.UNIQUE,
                    Place.EXCLUSION,
                    Place.VIEW),
            option(LOCAL, ValueType.FLAG, Place.COLUMN),
            option(NOT_NULL, ValueType.TEXT, Place.COLUMN),
            word(STORAGE, Place.COLUMN, "plain", "external", "extended", "main"),
            word(COMPRESSION, Place.COLUMN, "pglz", "lz4"),
            option(STATISTICS, ValueType.NUMBER, Place.COLUMN),
            option(INCLUDE, ValueType.LIST, Place.INDEX, Place.PRIMARY_KEY, Place.UNIQUE, Place.EXCLUSION),
            option(NULLS_NOT_DISTINCT, ValueType.FLAG, Place.INDEX, Place.UNIQUE),
            option(CONCURRENTLY, ValueType.FLAG, Place.INDEX, Place.DROP_INDEX),
            option(OPERATOR_CLASS, ValueType.TEXT, Place.INDEX_PART),
            option(NO_INHERIT, ValueType.FLAG, Place.CHECK),
            option(NOT_ENFORCED, ValueType.FLAG, Place.CHECK, Place.FOREIGN_KEY),
            option(WITHOUT_OVERLAPS, ValueType.FLAG, Place.PRIMARY_KEY, Place.UNIQUE),
            option(PERIOD, ValueType.FLAG, Place.FOREIGN_KEY),
            option(ON_DELETE_COLUMNS, ValueType.LIST, Place.FOREIGN_KEY),
            word(CHECK_OPTION, Place.VIEW, "local", "cascaded"),
            option(SECURITY_BARRIER, ValueType.FLAG, Place.VIEW),
            option(SECURITY_INVOKER, ValueType.FLAG, Place.VIEW),
            option(NO_DATA, ValueType.FLAG, Place.VIEW),
            word(CONSTRAINT, Place.TRIGGER, "not deferrable", "immediate", "deferred"),
            option(FROM, ValueType.TEXT, Place.TRIGGER),
            option(OLD_TABLE, ValueType.TEXT, Place.TRIGGER),
            option(NEW_TABLE, ValueType.TEXT, Place.TRIGGER)));

    private PostgresOptions() {}

    private static OptionVocabulary.Known option(String name, ValueType type, Place... places) {
        return OptionVocabulary.option(name, type, places);
    }

    private static OptionVocabulary.Known word(String name, Place place, String... words) {
        return new OptionVocabulary.Known(name, ValueType.TEXT, List.of(words), Set.of(place));
    }

    /** The options of this dialect that stay in the database and say more than the default. */
    static Options canonical(Options options) {
        Options own = options.only(DIALECT).with(DIALECT, CONCURRENTLY, null);
        for (Map.Entry<String, Object> option : options.forDialect(DIALECT).entrySet()) {
            Object value = option.getValue();
            boolean nothing = Boolean.FALSE.equals(value)
                    || "".equals(value)
                    || (value instanceof List<?> list && list.isEmpty());
            if (nothing || (option.getKey().equals(USING) && (value.equals("btree") || value.equals("heap")))) {
                own = own.with(DIALECT, option.getKey(), null);
            } else if (option.getKey().equals(WITH) && value instanceof List<?> list) {
                own = own.with(
                        DIALECT,
                        WITH,
                        list.stream().map(PostgresOptions::parameter).sorted().toList());
            } else if (option.getKey().equals(POLICIES) && value instanceof List<?> list) {
                own = own.with(
                        DIALECT,
                        POLICIES,
                        list.stream()
                                .map(policy -> GivenNames.without(policy.toString()))
                                .toList());
            }
        }
        return own;
    }

    private static String parameter(Object parameter) {
        String[] sides = parameter.toString().split("=", 2);
        String name = sides[0].strip().toLowerCase(java.util.Locale.ROOT);
        return sides.length == 1 ? name + "=true" : name + "=" + sides[1].strip();
    }

    static boolean flag(Options options, String name) {
        return options.flag(DIALECT, name);
    }

    static String text(Options options, String name) {
        return options.text(DIALECT, name).orElse("");
    }

    static List<String> list(Options options, String name) {
        return options.forDialect(DIALECT).get(name) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
