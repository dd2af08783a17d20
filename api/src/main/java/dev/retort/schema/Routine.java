// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A function or procedure.
 *
 * @param name       its name
 * @param kind       which of the two
 * @param arguments  the list of argument types that tells overloaded routines apart, without parentheses; may be empty
 * @param definition the whole {@code CREATE} statement
 * @param comment    words about it, or null
 */
public record Routine(
        QualifiedName name,
        Kind kind,
        String arguments,
        SqlText definition,
        @Nullable String comment) {

    /** Function or procedure. */
    public enum Kind {
        /** Returns a value. */
        FUNCTION,
        /** Is called for its effect. */
        PROCEDURE
    }

    /** {@return what tells it apart from all other routines} */
    public Key key() {
        return new Key(name, kind, arguments);
    }

    /**
     * What tells a routine apart.
     *
     * @param name      its name
     * @param kind      function or procedure
     * @param arguments argument types
     */
    public record Key(QualifiedName name, Kind kind, String arguments) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byName = name.compareTo(other.name);
            if (byName != 0) {
                return byName;
            }
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : arguments.compareTo(other.arguments);
        }
    }
}
