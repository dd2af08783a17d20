// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A name, optionally within a namespace (what PostgreSQL calls a schema and MySQL a database).
 *
 * @param namespace the namespace, or null for the connection's default one
 * @param name      the name in it
 */
public record QualifiedName(@Nullable Identifier namespace, Identifier name) implements Comparable<QualifiedName> {

    /**
     * A name in the default namespace.
     *
     * @param name the name
     * @return the qualified name
     */
    public static QualifiedName of(String name) {
        return new QualifiedName(null, new Identifier(name));
    }

    /**
     * A name in a namespace.
     *
     * @param namespace the namespace, or null for the default one
     * @param name      the name
     * @return the qualified name
     */
    public static QualifiedName of(@Nullable String namespace, String name) {
        return new QualifiedName(namespace == null ? null : new Identifier(namespace), new Identifier(name));
    }

    /**
     * Another name in the same namespace.
     *
     * @param other the other name
     * @return the qualified name
     */
    public QualifiedName sibling(Identifier other) {
        return new QualifiedName(namespace, other);
    }

    // Written out for the same reason as those of an identifier.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QualifiedName that
                && name.equals(that.name)
                && (namespace == null ? that.namespace == null : namespace.equals(that.namespace));
    }

    @Override
    public int hashCode() {
        return 31 * (namespace == null ? 0 : namespace.hashCode()) + name.hashCode();
    }

    /** The default namespace comes first. */
    @Override
    public int compareTo(QualifiedName other) {
        int byNamespace = namespace == null || other.namespace == null
                ? Boolean.compare(namespace != null, other.namespace != null)
                : namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return namespace == null ? name.value() : namespace + "." + name;
    }
}
