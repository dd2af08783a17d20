// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts in which a database keeps its objects, for dialects that edit such a text rather than write it anew
 * (comments and spelling in it then survive).
 *
 * @param texts CREATE statements by kind and name
 */
public record Definitions(Map<Key, String> texts) {

    /** None read. */
    public static final Definitions NONE = new Definitions(Map.of());

    /**
     * Which object.
     *
     * @param kind its kind
     * @param name its name
     */
    public record Key(ObjectKind kind, QualifiedName name) {

        // Written out for the same reason as those of an identifier.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && kind == that.kind && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return 31 * kind.ordinal() + name.hashCode();
        }
    }

    public Definitions {
        // Map.copyOf looks for the next free place, of which there are few near names that differ in one letter.
        texts = Collections.unmodifiableMap(new HashMap<>(texts));
    }

    /**
     * @param kind kind of the object
     * @param name its name
     * @return the text, if it was read
     */
    public Optional<String> text(ObjectKind kind, QualifiedName name) {
        return Optional.ofNullable(texts.get(new Key(kind, name)));
    }
}
