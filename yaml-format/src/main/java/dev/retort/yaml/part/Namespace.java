// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code schema} key says.
 *
 * @param name the namespace, or null for the default one
 */
public record Namespace(@Nullable Identifier name) {

    /**
     * @param name a name
     * @return what must stand beside it, or null if nothing must
     */
    public static @Nullable Namespace of(QualifiedName name) {
        return name.namespace() != null || name.name().value().indexOf('.') >= 0
                ? new Namespace(name.namespace())
                : null;
    }
}
