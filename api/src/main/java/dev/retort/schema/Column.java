// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name         its name
 * @param type         its type
 * @param nullable     whether it may hold NULL
 * @param defaultValue server default, or null for none
 * @param identity     numbering by the database, or null for none
 * @param generated    how it is computed, or null if it is not
 * @param comment      words about it, or null
 * @param options      what only one dialect knows
 */
public record Column(
        Identifier name,
        DataType type,
        boolean nullable,
        @Nullable DefaultValue defaultValue,
        @Nullable Identity identity,
        @Nullable Generated generated,
        @Nullable String comment,
        Options options) {

    public Column {
        if (generated != null && (defaultValue != null || identity != null)) {
            throw new IllegalArgumentException(
                    "column " + name + " must not have a default or an identity, because it is generated");
        }
        if (identity != null && defaultValue != null) {
            throw new IllegalArgumentException("column " + name + " must not have both an identity and a default");
        }
    }

    /**
     * A nullable column with nothing but a name and a type.
     *
     * @param name name
     * @param type type
     * @return the column
     */
    public static Column of(String name, DataType type) {
        return new Column(new Identifier(name), type, true, null, null, null, null, Options.NONE);
    }

    /** @param value new name
     *  @return a copy */
    public Column withName(Identifier value) {
        return new Column(value, type, nullable, defaultValue, identity, generated, comment, options);
    }

    /** @param value new type
     *  @return a copy */
    public Column withType(DataType value) {
        return new Column(name, value, nullable, defaultValue, identity, generated, comment, options);
    }

    /** @param value whether NULL is allowed
     *  @return a copy */
    public Column withNullable(boolean value) {
        return new Column(name, type, value, defaultValue, identity, generated, comment, options);
    }

    /** @param value new default, or null for none
     *  @return a copy */
    public Column withDefault(@Nullable DefaultValue value) {
        return new Column(name, type, nullable, value, identity, generated, comment, options);
    }

    /** @param value new identity, or null for none
     *  @return a copy */
    public Column withIdentity(@Nullable Identity value) {
        return new Column(name, type, nullable, defaultValue, value, generated, comment, options);
    }

    /** @param value new computation, or null for none
     *  @return a copy */
    public Column withGenerated(@Nullable Generated value) {
        return new Column(name, type, nullable, defaultValue, identity, value, comment, options);
    }

    /** @param value new comment, or null for none
     *  @return a copy */
    public Column withComment(@Nullable String value) {
        return new Column(name, type, nullable, defaultValue, identity, generated, value, options);
    }

    /** @param value new options
     *  @return a copy */
    public Column withOptions(Options value) {
        return new Column(name, type, nullable, defaultValue, identity, generated, comment, value);
    }
}
