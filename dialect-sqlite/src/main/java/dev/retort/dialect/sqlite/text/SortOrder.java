// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

/** The direction written after an indexed column. */
public enum SortOrder {
    /** Ascending, and written so. */
    ASC,
    /** Descending. */
    DESC
}
