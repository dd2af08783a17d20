// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * Character set and collation of a text type.
 *
 * @param charset   character set name, or null for the default
 * @param collation collation name, or null for the default
 */
public record TextAttributes(
        @Nullable String charset, @Nullable String collation) {

    /** The defaults of the table or database. */
    public static final TextAttributes DEFAULT = new TextAttributes(null, null);

    /**
     * @param collation collation name
     * @return attributes with that collation and the default character set
     */
    public static TextAttributes collate(String collation) {
        return new TextAttributes(null, collation);
    }

    /**
     * The attributes of a type.
     *
     * @param type any type
     * @return its character set and collation; the defaults for a type without text
     */
    public static TextAttributes of(DataType type) {
        if (type instanceof DataType.Varchar varchar) {
            return varchar.text();
        }
        if (type instanceof DataType.Char character) {
            return character.text();
        }
        if (type instanceof DataType.Text text) {
            return text.text();
        }
        return type instanceof DataType.Native other ? other.text() : DEFAULT;
    }
}
