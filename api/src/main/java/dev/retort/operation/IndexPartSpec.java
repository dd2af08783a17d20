// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import org.jspecify.annotations.Nullable;

/** One part of an index as it is to be made; ascending until it is told otherwise. */
public final class IndexPartSpec {

    private final IndexKey key;
    private boolean descending;
    private IndexPart.@Nullable NullsOrder nulls;
    private @Nullable String collation;
    private Options options = Options.NONE;

    IndexPartSpec(IndexKey key) {
        this.key = key;
    }

    /** {@return this, now from high to low} */
    public IndexPartSpec desc() {
        descending = true;
        return this;
    }

    /** {@return this, now with NULLs before all values} */
    public IndexPartSpec nullsFirst() {
        nulls = IndexPart.NullsOrder.FIRST;
        return this;
    }

    /** {@return this, now with NULLs after all values} */
    public IndexPartSpec nullsLast() {
        nulls = IndexPart.NullsOrder.LAST;
        return this;
    }

    /** @param name a collation
     *  @return this */
    public IndexPartSpec collate(String name) {
        collation = name;
        return this;
    }

    /**
     * Sets an attribute that only one dialect knows.
     *
     * @param dialect dialect id
     * @param name    option name
     * @param value   a string, boolean, number or list of these
     * @return this
     */
    public IndexPartSpec option(String dialect, String name, Object value) {
        options = options.with(dialect, name, value);
        return this;
    }

    IndexPart build() {
        return new IndexPart(key, descending, nulls, collation, options);
    }
}
