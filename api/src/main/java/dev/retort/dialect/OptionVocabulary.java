// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import java.util.List;
import java.util.Set;

/**
 * The options that a dialect knows, as data.
 *
 * @param options every option, in the order in which messages and documentation list them; a name may stand twice with
 *                different places
 */
public record OptionVocabulary(List<Known> options) {

    /** For a dialect without options. */
    public static final OptionVocabulary NONE = new OptionVocabulary(List.of());

    /** What an option can stand on. */
    public enum Place {
        /** A table that is created. */
        TABLE("a table"),
        /** A column that is created or altered. */
        COLUMN("a column"),
        /** An index that is created. */
        INDEX("an index"),
        /** A part of an index or exclusion constraint. */
        INDEX_PART("a part of an index"),
        /** A primary key. */
        PRIMARY_KEY("a primary key"),
        /** A unique constraint. */
        UNIQUE("a unique constraint"),
        /** A foreign key. */
        FOREIGN_KEY("a foreign key"),
        /** A check. */
        CHECK("a check"),
        /** An exclusion constraint. */
        EXCLUSION("an exclusion constraint"),
        /** A view. */
        VIEW("a view"),
        /** A trigger. */
        TRIGGER("a trigger"),
        /** A batch. */
        BATCH("a batch"),
        /** The drop of a table. */
        DROP_TABLE("drop_table"),
        /** The drop of a column. */
        DROP_COLUMN("drop_column"),
        /** The drop of an index. */
        DROP_INDEX("drop_index");

        private final String words;

        Place(String words) {
            this.words = words;
        }

        /** {@return the place in words, such as {@code an index}} */
        public String words() {
            return words;
        }
    }

    /** What an option's value can be. */
    public enum ValueType {
        /** True or false. */
        FLAG("true or false"),
        /** A text. */
        TEXT("a text"),
        /** A whole or decimal number. */
        NUMBER("a number"),
        /** A list. */
        LIST("a list");

        private final String words;

        ValueType(String words) {
            this.words = words;
        }

        /** {@return the type in words} */
        public String words() {
            return words;
        }

        boolean accepts(Object value) {
            return switch (this) {
                case FLAG -> value instanceof Boolean;
                case TEXT -> value instanceof String;
                case NUMBER -> value instanceof Number;
                case LIST -> value instanceof List<?>;
            };
        }
    }

    /**
     * One option.
     *
     * @param name   its name
     * @param type   what its value can be
     * @param words  the words that a {@link ValueType#TEXT} is limited to; none for any text
     * @param places what it can stand on
     */
    public record Known(String name, ValueType type, List<String> words, Set<Place> places) {

        public Known {
            words = List.copyOf(words);
            places = Set.copyOf(places);
        }

        boolean accepts(Object value) {
            return type.accepts(value) && (words.isEmpty() || words.contains(value));
        }

        String expected() {
            return words.isEmpty() ? type.words() : "one of " + String.join(", ", words);
        }
    }

    public OptionVocabulary {
        options = List.copyOf(options);
    }

    /**
     * An option with any value of its type.
     *
     * @param name   its name
     * @param type   what its value can be
     * @param places what it can stand on, at least one
     * @return the option
     */
    public static Known option(String name, ValueType type, Place... places) {
        return new Known(name, type, List.of(), Set.of(places));
    }

    /**
     * The options that can stand somewhere.
     *
     * @param place where
     * @return those options, in order
     */
    public List<Known> at(Place place) {
        return options.stream().filter(known -> known.places().contains(place)).toList();
    }
}
