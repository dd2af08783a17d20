// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

/**
 * One option behind the parentheses of a table.
 *
 * @param kind which one
 * @param fragment the option as written
 */
public record TableOptionText(Kind kind, Fragment fragment) {

    /** The options SQLite knows. */
    public enum Kind {
        /** {@code WITHOUT ROWID}. */
        WITHOUT_ROWID,
        /** {@code STRICT}, since SQLite 3.37. */
        STRICT
    }
}
