// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

/** The kinds of table constraints. */
public enum ConstraintKind {
    /** Primary key. */
    PRIMARY_KEY,
    /** Unique constraint. */
    UNIQUE,
    /** Foreign key. */
    FOREIGN_KEY,
    /** Check. */
    CHECK,
    /** Exclusion constraint. */
    EXCLUSION
}
