// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

/** When a constraint is checked. */
public enum Deferrability {
    /** At once, after each statement; the default. */
    NOT_DEFERRABLE,
    /** At once, unless a transaction asks to defer it. */
    INITIALLY_IMMEDIATE,
    /** At the end of the transaction. */
    INITIALLY_DEFERRED
}
