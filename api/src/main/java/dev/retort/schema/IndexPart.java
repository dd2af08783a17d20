// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * One part of an index.
 *
 * @param key        a column or an expression
 * @param descending whether it sorts from high to low
 * @param nulls      where NULLs go, or null for the database's default
 * @param collation  collation, or null for the column's own
 * @param options    what only one dialect knows (operator class, prefix length)
 */
public record IndexPart(
        IndexKey key,
        boolean descending,
        @Nullable NullsOrder nulls,
        @Nullable String collation,
        Options options) {

    /** Where NULLs sort. */
    public enum NullsOrder {
        /** Before all values. */
        FIRST,
        /** After all values. */
        LAST
    }

    /**
     * @param column a column's name
     * @return an ascending part on it
     */
    public static IndexPart column(String column) {
        return new IndexPart(new IndexKey.OfColumn(new Identifier(column)), false, null, null, Options.NONE);
    }

    /**
     * @param sql an expression, passed as it is
     * @return an ascending part on it
     */
    public static IndexPart expression(String sql) {
        return new IndexPart(new IndexKey.OfExpression(SqlText.verbatim(sql)), false, null, null, Options.NONE);
    }

    /**
     * The same part on another key.
     *
     * @param value the key
     * @return a copy
     */
    public IndexPart withKey(IndexKey value) {
        return new IndexPart(value, descending, nulls, collation, options);
    }

    /** {@return the same part, from high to low} */
    public IndexPart desc() {
        return new IndexPart(key, true, nulls, collation, options);
    }
}
