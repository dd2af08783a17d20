// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A name, optionally within a namespace (what PostgreSQL calls a schema and MySQL a database).
 *
 * @param namespace the namespace, or null for the connection's default one
 * @param name      the name in it
 */
public record QualifiedName(@Nullable Identifier namespace, Identifier name) implements Comparable<QualifiedName> {

    private static final Comparator<QualifiedName> ORDER = Comparator.comparing(
                    QualifiedName::namespace, Comparator.nullsFirst(Comparator.<Identifier>naturalOrder()))
            .thenComparing(QualifiedName::name);

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

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return namespace == null ? name.value() : namespace + "." + name;
    }
}
