// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.DataType;

/** How a dialect writes and reads types. */
public interface Types {

    /**
     * The type in the dialect's words, collation and character set not included.
     *
     * @param type a type
     * @return its text; empty only for a {@link DataType.Native} without text
     */
    String render(DataType type);

    /**
     * The type behind the dialect's words: that type which {@link #render} writes with exactly these words, or a
     * {@link DataType.Native}.
     *
     * @param sql a type as the database tells it
     * @return the type
     */
    DataType parse(String sql);
}
