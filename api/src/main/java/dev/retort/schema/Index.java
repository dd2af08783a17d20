// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table. (An index that a database makes for a constraint belongs to the constraint and is not listed.)
 *
 * @param name    its name, or null until a naming convention gives it one
 * @param parts   at least one, in order
 * @param unique  whether no two rows may have equal keys
 * @param where   which rows it holds, or null for all (partial index)
 * @param comment words about it, or null
 * @param options what only one dialect knows (method, covered columns, tablespace, ...)
 */
public record Index(
        @Nullable Identifier name,
        List<IndexPart> parts,
        boolean unique,
        @Nullable SqlText where,
        @Nullable String comment,
        Options options) {

    public Index {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("index must have at least one part");
        }
    }

    /**
     * A plain index on columns.
     *
     * @param name    its name, or null
     * @param columns column names
     * @return the index
     */
    public static Index of(@Nullable String name, String... columns) {
        return new Index(
                name == null ? null : new Identifier(name),
                java.util.Arrays.stream(columns).map(IndexPart::column).toList(),
                false,
                null,
                null,
                Options.NONE);
    }

    /** @param value new name, or null
     *  @return a copy */
    public Index withName(@Nullable Identifier value) {
        return new Index(value, parts, unique, where, comment, options);
    }

    /** @param value new parts
     *  @return a copy */
    public Index withParts(List<IndexPart> value) {
        return new Index(name, value, unique, where, comment, options);
    }

    /** @param value whether it is unique
     *  @return a copy */
    public Index withUnique(boolean value) {
        return new Index(name, parts, value, where, comment, options);
    }

    /** @param value which rows it holds, or null for all
     *  @return a copy */
    public Index withWhere(@Nullable SqlText value) {
        return new Index(name, parts, unique, value, comment, options);
    }

    /** @param value new options
     *  @return a copy */
    public Index withOptions(Options value) {
        return new Index(name, parts, unique, where, comment, value);
    }
}
