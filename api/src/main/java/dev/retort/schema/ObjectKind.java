// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

/** The kinds of objects in a schema that have a name of their own. */
public enum ObjectKind {
    /** Namespace. */
    NAMESPACE,
    /** Table. */
    TABLE,
    /** View, materialized or not. */
    VIEW,
    /** Sequence. */
    SEQUENCE,
    /** Enum type. */
    ENUM,
    /** Function or procedure. */
    ROUTINE,
    /** Trigger. */
    TRIGGER,
    /** Index; named in the namespace of its table. */
    INDEX,
    /** An object that the model has no type for, kept as text. */
    OTHER
}
