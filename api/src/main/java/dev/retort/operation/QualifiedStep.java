// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A step on an object that can stand in a namespace.
 *
 * @param <S> its own class
 */
public abstract class QualifiedStep<S extends QualifiedStep<S>> extends Step<S> {

    private final String name;
    private @Nullable String namespace;

    QualifiedStep(String name) {
        this.name = name;
    }

    /**
     * Says in which namespace the object is.
     *
     * @param schema the namespace (SQL's schema)
     * @return this
     */
    public S inSchema(String schema) {
        namespace = schema;
        return self();
    }

    /** The name of the step's object. */
    final QualifiedName name() {
        return sibling(name);
    }

    /** Another name in the namespace of the step's object. */
    final QualifiedName sibling(String other) {
        return new QualifiedName(namespace == null ? null : new Identifier(namespace), new Identifier(other));
    }
}
