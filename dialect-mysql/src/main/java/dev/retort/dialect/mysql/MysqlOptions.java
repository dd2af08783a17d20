// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import static dev.retort.dialect.OptionVocabulary.option;

import dev.retort.dialect.OptionVocabulary;
import dev.retort.dialect.OptionVocabulary.Known;
import dev.retort.dialect.OptionVocabulary.Place;
import dev.retort.dialect.OptionVocabulary.ValueType;
import dev.retort.dialect.mysql.text.PartitionText;
import dev.retort.dialect.mysql.text.SqlTexts;
import dev.retort.schema.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The options of both dialects, and their plain form. */
final class MysqlOptions {

    static final String ENGINE = "engine";
    static final String CHARSET = "charset";
    static final String COLLATION = "collation";
    static final String ROW_FORMAT = "row_format";
    static final String AUTO_INCREMENT = "auto_increment";
    static final String KEY_BLOCK_SIZE = "key_block_size";
    static final String CREATE_OPTIONS = "create_options";
    static final String PARTITION_BY = "partition_by";
    static final String SYSTEM_VERSIONING = "system_versioning";
    static final String ON_UPDATE = "on_update_current_timestamp";
    static final String INVISIBLE = "invisible";
    static final String TYPE = "type";
    static final String USING = "using";
    static final String PARSER = "parser";
    static final String IGNORED = "ignored";
    static final String LENGTH = "length";
    static final String LENGTHS = "lengths";
    static final String DIRECTIONS = "directions";
    static final String COMMENT = "comment";
    static final String NOT_ENFORCED = "not_enforced";
    static final String ALGORITHM = "algorithm";
    static final String LOCK = "lock";
    static final String SRID = "srid";
    static final String SQL_SECURITY = "sql_security";
    static final String CHECK_OPTION = "check_option";
    static final String DEFINER = "definer";
    static final String SQL_MODE = "sql_mode";
    static final String ORDER = "order";
    static final String CHECK = "check";
    static final String COMPRESSED = "compressed";
    static final String DISPLAY_WIDTH = "display_width";
    static final String PERIODS = "periods";
    static final String WITHOUT_VERSIONING = "without_system_versioning";
    static final String WITHOUT_OVERLAPS = "without_overlaps";
    static final String RESTRICT = "restrict";

    /** Said of one statement, or a matter of rows: no part of a comparison. */
    private static final Set<String> PASSING = Set.of(ALGORITHM, LOCK, AUTO_INCREMENT);

    private static final List<String> ALGORITHMS = List.of("default", "instant", "inplace", "copy", "nocopy");
    private static final List<String> LOCKS = List.of("default", "none", "shared", "exclusive");

    private final Flavor flavor;

    MysqlOptions(Flavor flavor) {
        this.flavor = flavor;
    }

    OptionVocabulary vocabulary() {
        List<Known> known = new ArrayList<>(List.of(
                option(ENGINE, ValueType.TEXT, Place.TABLE, Place.BATCH),
                option(CHARSET, ValueType.TEXT, Place.TABLE, Place.BATCH),
                option(COLLATION, ValueType.TEXT, Place.TABLE, Place.BATCH),
                words(
                        ROW_FORMAT,
                        List.of("dynamic", "compact", "redundant", "compressed", "fixed", "page", "default"),
                        Place.TABLE,
                        Place.BATCH),
                option(AUTO_INCREMENT, ValueType.NUMBER, Place.TABLE, Place.BATCH),
                option(CREATE_OPTIONS, ValueType.TEXT, Place.TABLE, Place.BATCH),
                option(PARTITION_BY, ValueType.TEXT, Place.TABLE, Place.BATCH),
                option(ON_UPDATE, ValueType.FLAG, Place.COLUMN),
                option(INVISIBLE, ValueType.FLAG, Place.COLUMN),
                words(TYPE, List.of("fulltext", "spatial"), Place.INDEX),
                words(USING, List.of("btree", "hash"), Place.INDEX, Place.PRIMARY_KEY),
                option(PARSER, ValueType.TEXT, Place.INDEX),
                option(RESTRICT, ValueType.FLAG, Place.DROP_TABLE),
                option(LENGTH, ValueType.NUMBER, Place.INDEX_PART),
                words(
                        ALGORITHM,
                        ALGORITHMS,
                        Place.INDEX,
                        Place.BATCH,
                        Place.COLUMN,
                        Place.DROP_INDEX,
                        Place.DROP_COLUMN),
                words(LOCK, LOCKS, Place.INDEX, Place.BATCH, Place.COLUMN, Place.DROP_INDEX, Place.DROP_COLUMN)));
        known.add(
                flavor.isMariaDb()
                        ? option(IGNORED, ValueType.FLAG, Place.INDEX)
                        : option(INVISIBLE, ValueType.FLAG, Place.INDEX));
        known.add(option(COLLATION, ValueType.TEXT, Place.COLUMN));
        known.add(option(LENGTHS, ValueType.TEXT, Place.PRIMARY_KEY));
        known.add(option(DIRECTIONS, ValueType.TEXT, Place.PRIMARY_KEY));
        known.add(option(COMMENT, ValueType.TEXT, Place.PRIMARY_KEY));
        known.add(option(SRID, ValueType.NUMBER, Place.COLUMN));
        known.add(words(ALGORITHM, List.of("undefined", "merge", "temptable"), Place.VIEW));
        known.add(words(SQL_SECURITY, List.of("definer", "invoker"), Place.VIEW));
        known.add(words(CHECK_OPTION, List.of("local", "cascaded"), Place.VIEW));
        known.add(option(DEFINER, ValueType.TEXT, Place.VIEW, Place.TRIGGER));
        known.add(option(SQL_MODE, ValueType.TEXT, Place.TRIGGER));
        known.add(option(ORDER, ValueType.NUMBER, Place.TRIGGER));
        if (flavor.isMariaDb()) {
            known.add(option(SYSTEM_VERSIONING, ValueType.FLAG, Place.TABLE, Place.BATCH));
            known.add(option(PERIODS, ValueType.TEXT, Place.TABLE, Place.BATCH));
            known.add(option(DISPLAY_WIDTH, ValueType.NUMBER, Place.COLUMN));
            known.add(option(CHECK, ValueType.TEXT, Place.COLUMN));
            known.add(option(COMPRESSED, ValueType.FLAG, Place.COLUMN));
            known.add(option(WITHOUT_VERSIONING, ValueType.FLAG, Place.COLUMN));
            known.add(option(WITHOUT_OVERLAPS, ValueType.TEXT, Place.INDEX, Place.UNIQUE, Place.PRIMARY_KEY));
        } else {
            known.add(option(NOT_ENFORCED, ValueType.FLAG, Place.CHECK));
        }
        return new OptionVocabulary(known);
    }

    private static Known words(String name, List<String> words, Place... places) {
        return new Known(name, ValueType.TEXT, words, Set.of(places));
    }

    String dialect() {
        return flavor.id();
    }

    String text(Options options, String key) {
        return options.text(flavor.id(), key).orElse("");
    }

    boolean flag(Options options, String key) {
        return options.flag(flavor.id(), key);
    }

    Options with(Options options, String key, Object value) {
        return options.with(flavor.id(), key, value);
    }

    /** What is read back: this dialect's options that stay and that are not the default anyway. */
    Options canonical(Options options) {
        Options result = Options.NONE;
        for (Map.Entry<String, Object> option : options.forDialect(flavor.id()).entrySet()) {
            String key = option.getKey();
            Object value = option.getValue();
            boolean off = value.equals("") || value.equals(Boolean.FALSE);
            boolean usual = (key.equals(ROW_FORMAT) && value.equals("default"))
                    || (key.equals(ENGINE) && value.toString().equalsIgnoreCase("innodb"));
            if (!off && !usual && !PASSING.contains(key)) {
                result = result.with(flavor.id(), key, plain(key, value));
            }
        }
        return withoutUsualTransactions(result);
    }

    /** A table of Aria is transactional just if its rows are kept in pages, unless it says something else. */
    private Options withoutUsualTransactions(Options read) {
        String more = text(read, CREATE_OPTIONS);
        if (more.isEmpty() || !text(read, ENGINE).equalsIgnoreCase("aria")) {
            return read;
        }
        boolean pages = Set.of("", "page").contains(text(read, ROW_FORMAT));
        String usual = "(?i)\\btransactional=" + (pages ? "1" : "0");
        String kept = more.replaceAll(usual, "").strip().replaceAll(" +", " ");
        Options without = Options.NONE;
        for (Map.Entry<String, Object> option : read.forDialect(flavor.id()).entrySet()) {
            String key = option.getKey();
            if (!key.equals(CREATE_OPTIONS) || !kept.isEmpty()) {
                without = without.with(flavor.id(), key, key.equals(CREATE_OPTIONS) ? kept : option.getValue());
            }
        }
        return without;
    }

    private static Object plain(String key, Object value) {
        return switch (key) {
            case ENGINE, CHARSET, COLLATION, DIRECTIONS -> value.toString().toLowerCase(Locale.ROOT);
            case PARTITION_BY -> PartitionText.canonical(value.toString());
            case CHECK -> SqlTexts.expression(value.toString());
            case PERIODS -> Periods.read(value.toString()).text();
            default -> value;
        };
    }

    /** What a view says beyond what is usual. */
    Options view(Options options) {
        Options result = Options.NONE;
        for (String key : List.of(ALGORITHM, SQL_SECURITY, CHECK_OPTION, DEFINER)) {
            String value = text(options, key);
            String plain = key.equals(DEFINER) ? value : value.toLowerCase(Locale.ROOT);
            if (!Set.of("", "undefined", "definer", "none").contains(plain)) {
                result = with(result, key, plain);
            }
        }
        return result;
    }
}
