// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * An object that the model has no type for, in its dialect's own words, such as a virtual table of SQLite. It is read
 * back, compared and created as text.
 *
 * @param name       its name
 * @param type       what the dialect calls it, such as {@code virtual table}
 * @param definition the whole {@code CREATE} statement
 * @param removal    the statement that takes it away, or null if that is not known
 */
public record OtherObject(
        QualifiedName name,
        String type,
        SqlText definition,
        @Nullable SqlText removal) {

    /**
     * An object of which it is not known how it is taken away; a dialect's canonical form tells it.
     *
     * @param name       its name
     * @param type       what the dialect calls it
     * @param definition the whole {@code CREATE} statement
     */
    public OtherObject(QualifiedName name, String type, SqlText definition) {
        this(name, type, definition, null);
    }
}
