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
        if (type instanceof DataType.Array array) {
            return of(array.element());
        }
        return type instanceof DataType.Native other ? other.text() : DEFAULT;
    }

    /**
     * The same attributes with another collation.
     *
     * @param value collation name, or null for the default
     * @return a copy
     */
    public TextAttributes withCollation(@Nullable String value) {
        return new TextAttributes(charset, value);
    }

    /**
     * The same attributes with another character set.
     *
     * @param value character set name, or null for the default
     * @return a copy
     */
    public TextAttributes withCharset(@Nullable String value) {
        return new TextAttributes(value, collation);
    }

    /**
     * A type with these attributes in place of its own.
     *
     * @param type a text type, or an array of one
     * @return a copy
     * @throws IllegalArgumentException for a type that holds no text
     */
    public DataType appliedTo(DataType type) {
        if (type instanceof DataType.Varchar varchar) {
            return new DataType.Varchar(varchar.length(), this);
        }
        if (type instanceof DataType.Char character) {
            return new DataType.Char(character.length(), this);
        }
        if (type instanceof DataType.Text) {
            return new DataType.Text(this);
        }
        if (type instanceof DataType.Native other) {
            return new DataType.Native(other.sql(), this);
        }
        if (type instanceof DataType.Array array) {
            return new DataType.Array(appliedTo(array.element()));
        }
        throw new IllegalArgumentException("character set and collation must be those of a text type, but were of "
                + type.getClass().getSimpleName());
    }
}
