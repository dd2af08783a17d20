// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The name of an object before it is known whether a {@code schema} key stands beside it.
 *
 * @param text  what was written
 * @param exact the name, if it was written as a mapping, or null
 */
public record NameText(String text, @Nullable QualifiedName exact) {

    /**
     * The name.
     *
     * @param namespace what the {@code schema} key beside it says, or null if there is none; a name with a dot is then
     *                  read as {@code schema.name}
     * @return the qualified name
     * @throws IllegalArgumentException if the name has several dots
     */
    public QualifiedName resolve(@Nullable Namespace namespace) {
        if (exact != null) {
            return exact;
        }
        if (namespace != null) {
            return new QualifiedName(namespace.name(), new Identifier(text));
        }
        int dot = text.indexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            return QualifiedName.of(text);
        }
        if (text.indexOf('.', dot + 1) >= 0) {
            throw new IllegalArgumentException(
                    "the name '" + text + "' must have at most one dot; give its parts as 'schema' and name");
        }
        return QualifiedName.of(text.substring(0, dot), text.substring(dot + 1));
    }
}
