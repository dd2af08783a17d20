// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * An object, or a part of one, that an operation reads or writes.
 *
 * @param kind kind of the object
 * @param name its name
 * @param part a column, index, constraint or trigger of it, or null for the whole
 */
public record ObjectRef(
        ObjectKind kind, QualifiedName name, @Nullable Identifier part) {

    /** @param kind kind of the object
     *  @param name its name
     *  @return the whole object */
    public static ObjectRef of(ObjectKind kind, QualifiedName name) {
        return new ObjectRef(kind, name, null);
    }

    /** @param name a table's name
     *  @return the whole table */
    public static ObjectRef table(QualifiedName name) {
        return new ObjectRef(ObjectKind.TABLE, name, null);
    }

    /** @param name a namespace's name
     *  @return the namespace */
    public static ObjectRef namespace(Identifier name) {
        return new ObjectRef(ObjectKind.NAMESPACE, new QualifiedName(null, name), null);
    }

    @Override
    public String toString() {
        return part == null ? name.toString() : name + "." + part;
    }
}
