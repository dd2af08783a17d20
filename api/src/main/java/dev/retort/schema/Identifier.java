// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * The name of a database object, column or constraint, in the case that it was given. Two identifiers are equal only if
 * they have the same characters; whether a database folds case is the dialect's knowledge. Quoting happens once, in the
 * SQL writer.
 *
 * @param value the name without quotes; at least one character, no NUL
 */
public record Identifier(String value) implements Comparable<Identifier> {

    public Identifier {
        if (value.isEmpty() || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "identifier must have characters other than NUL, but was '" + value + "'");
        }
    }

    /**
     * Shorthand for the constructor.
     *
     * @param value the name
     * @return the identifier
     */
    public static Identifier of(String value) {
        return new Identifier(value);
    }

    /**
     * Identifiers in the order of their names.
     *
     * @param values the names
     * @return an immutable list
     */
    public static java.util.List<Identifier> listOf(String... values) {
        return java.util.Arrays.stream(values).map(Identifier::new).toList();
    }

    // Written out, since names are the keys of nearly every map, and what a record has by itself is linked at run time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Identifier that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(Identifier other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
