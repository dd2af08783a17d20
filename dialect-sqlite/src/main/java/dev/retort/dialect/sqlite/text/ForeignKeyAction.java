// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

/** What a foreign key does when the row it points at is deleted or its key changes. */
public enum ForeignKeyAction {
    /** Set the referencing columns to null. */
    SET_NULL,
    /** Set the referencing columns to their defaults. */
    SET_DEFAULT,
    /** Delete or change the referencing rows alike. */
    CASCADE,
    /** Refuse at once, even for a deferred constraint. */
    RESTRICT,
    /** Do nothing special; what SQLite does when nothing is said. */
    NO_ACTION
}
