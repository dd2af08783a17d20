// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A piece of YAML, read or to be written. Scalars keep their source text: what they mean is decided by who reads them. */
public sealed interface YamlNode {

    /** {@return where it starts} */
    Place place();

    /**
     * A place in a text.
     *
     * @param line   counted from 1, or 0 for a node that was not read from a text
     * @param column counted from 1, in code points, or 0
     */
    record Place(int line, int column) {

        /** Of a node that was not read from a text. */
        public static final Place NONE = new Place(0, 0);
    }

    /**
     * A scalar.
     *
     * @param text  its characters, without quotes
     * @param plain whether it stands without quotes, so that {@code true}, {@code 5} and {@code null} are not just text
     * @param place where it starts
     */
    record Scalar(String text, boolean plain, Place place) implements YamlNode {

        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

        /** {@return whether it is YAML's null} */
        @Override
        public boolean isNull() {
            return plain && NULLS.contains(text);
        }
    }

    /**
     * A list.
     *
     * @param items in order
     * @param place where it starts
     */
    record Sequence(List<YamlNode> items, Place place) implements YamlNode {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * A mapping.
     *
     * @param entries in order
     * @param block   whether it is to be printed over several lines even if it fits on one
     * @param place   where it starts
     */
    record Mapping(List<Entry> entries, boolean block, Place place) implements YamlNode {

        public Mapping {
            entries = List.copyOf(entries);
        }

        /**
         * @param key a key
         * @return its value, if the key is there
         */
        public Optional<YamlNode> get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }

        /**
         * @param key a key
         * @return whether it is there
         */
        public boolean has(String key) {
            return get(key).isPresent();
        }

        /**
         * @param entry goes before all others
         * @return a copy
         */
        public Mapping startingWith(Entry entry) {
            List<Entry> copy = new ArrayList<>(entries);
            copy.add(0, entry);
            return new Mapping(copy, block, place);
        }

        /**
         * @param keys what goes
         * @return a copy
         */
        public Mapping without(Set<String> keys) {
            return new Mapping(
                    entries.stream()
                            .filter(entry -> !keys.contains(entry.key().text()))
                            .toList(),
                    block,
                    place);
        }

        /** {@return a copy that is printed over several lines} */
        public Mapping inBlockStyle() {
            return new Mapping(entries, true, place);
        }
    }

    /**
     * A key and its value.
     *
     * @param key   the key
     * @param value its value
     */
    record Entry(Scalar key, YamlNode value) {

        /**
         * @param key   the key
         * @param value its value
         * @return an entry to be written
         */
        public static Entry of(String key, YamlNode value) {
            return new Entry(YamlNode.text(key), value);
        }
    }

    /** {@return whether it is YAML's null} */
    default boolean isNull() {
        return false;
    }

    /**
     * @param text any characters
     * @return a scalar that reads back as that text, quoted where it must be
     */
    static Scalar text(String text) {
        return new Scalar(text, false, Place.NONE);
    }

    /**
     * @param text the exact characters to print
     * @return a scalar printed without quotes
     */
    static Scalar plain(String text) {
        return new Scalar(text, true, Place.NONE);
    }

    /**
     * @param items in order
     * @return a list to be written
     */
    static Sequence list(List<? extends YamlNode> items) {
        return new Sequence(List.copyOf(items), Place.NONE);
    }

    /**
     * @param entries in order
     * @return a mapping to be written
     */
    static Mapping mapping(List<Entry> entries) {
        return new Mapping(entries, false, Place.NONE);
    }

    /**
     * @param key   the only key
     * @param value its value
     * @return a mapping to be written
     */
    static Mapping mapping(String key, YamlNode value) {
        return mapping(List.of(Entry.of(key, value)));
    }
}
