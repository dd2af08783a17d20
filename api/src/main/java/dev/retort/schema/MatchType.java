// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

/** How a foreign key of several columns treats NULLs. */
public enum MatchType {
    /** One NULL is enough for the row to pass; the default. */
    SIMPLE,
    /** All columns NULL, or none. */
    FULL,
    /** Columns that are not NULL must match. */
    PARTIAL
}
