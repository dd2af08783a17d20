// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

/** What an {@code ON CONFLICT} clause asks for. */
public enum ConflictResolution {
    /** Undo the transaction. */
    ROLLBACK,
    /** Undo the statement; what SQLite does when nothing is said. */
    ABORT,
    /** Stop, keep the rows done so far. */
    FAIL,
    /** Leave out the row. */
    IGNORE,
    /** Remove the rows in the way. */
    REPLACE
}
