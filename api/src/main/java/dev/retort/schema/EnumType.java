// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named list of words that columns can have as their type.
 *
 * @param name    its name
 * @param values  the words, in order, none twice
 * @param comment words about it, or null
 */
public record EnumType(
        QualifiedName name, List<String> values, @Nullable String comment) {

    public EnumType {
        values = List.copyOf(values);
        if (new HashSet<>(values).size() != values.size()) {
            throw new IllegalArgumentException("enum " + name + " must not have a value twice, but was " + values);
        }
    }

    /** @param value new values
     *  @return a copy */
    public EnumType withValues(List<String> value) {
        return new EnumType(name, value, comment);
    }
}
