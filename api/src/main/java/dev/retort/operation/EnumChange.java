// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import org.jspecify.annotations.Nullable;

/** A change to the values of an enum type. */
public sealed interface EnumChange {

    /**
     * A new value; at the end if neither neighbour is given.
     *
     * @param value       the value
     * @param before      the value that it goes before, or null
     * @param after       the value that it goes after, or null
     * @param ifNotExists whether it is no mistake if the value exists already
     */
    record AddValue(
            String value, @Nullable String before, @Nullable String after, boolean ifNotExists) implements EnumChange {

        public AddValue {
            if (before != null && after != null) {
                throw new IllegalArgumentException("an enum value must go before or after another, not both");
            }
        }
    }

    /**
     * A value under a new name; rows follow.
     *
     * @param from the value
     * @param to   its new name
     */
    record RenameValue(String from, String to) implements EnumChange {}

    /**
     * A value that goes; refused if a row holds it. (PostgreSQL can do this only by making the type anew.)
     *
     * @param value the value
     */
    record DropValue(String value) implements EnumChange {}

    /**
     * Sets or drops the comment of the type.
     *
     * @param comment the words, or null for none
     */
    record SetComment(@Nullable String comment) implements EnumChange {}
}
