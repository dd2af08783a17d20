// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * Character set and collation of a text type.
 *
 * @param charset   character set name, or null for the default
 * @param collation collation name, or null for the default
 */
public record TextAttributes(@Nullable String charset, @Nullable String collation) {

    /** The defaults of the table or database. */
    public static final TextAttributes DEFAULT = new TextAttributes(null, null);

    /**
     * @param collation collation name
     * @return attributes with that collation and the default character set
     */
    public static TextAttributes collate(String collation) {
        return new TextAttributes(null, collation);
    }
}
