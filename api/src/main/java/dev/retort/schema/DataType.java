// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column's type. Every dialect renders each of these, or refuses it when a plan is made; what it stores may be wider
 * (SQLite has no DATE), which its canonical form states.
 */
public sealed interface DataType {

    /** 16 bit signed integer. */
    record SmallInt() implements DataType {}

    /** 32 bit signed integer. */
    record Integer() implements DataType {}

    /** 64 bit signed integer. */
    record BigInt() implements DataType {}

    /**
     * Exact decimal number.
     *
     * @param precision number of digits, or null for the database's default
     * @param scale     digits after the point, or null for 0 or, without a precision, the database's default
     */
    record Decimal(java.lang.@Nullable Integer precision, java.lang.@Nullable Integer scale) implements DataType {

        public Decimal {
            if (precision == null && scale != null) {
                throw new IllegalArgumentException("decimal must have a precision if it has a scale");
            }
            if (precision != null && precision < 1) {
                throw new IllegalArgumentException("decimal precision must be at least 1, but was " + precision);
            }
        }
    }

    /** Floating point number of single precision. */
    record Real() implements DataType {}

    /** Floating point number of double precision. */
    record Double() implements DataType {}

    /** Truth value. */
    record Boolean() implements DataType {}

    /**
     * Text of fixed length, padded with blanks.
     *
     * @param length in characters, or null for the database's default, which is 1
     * @param text   character set and collation
     */
    record Char(java.lang.@Nullable Integer length, TextAttributes text) implements DataType {

        public Char {
            TypeChecks.length("char", length);
        }
    }

    /**
     * Text of limited length.
     *
     * @param length in characters, or null for no limit where the database allows that
     * @param text   character set and collation
     */
    record Varchar(java.lang.@Nullable Integer length, TextAttributes text) implements DataType {

        public Varchar {
            TypeChecks.length("varchar", length);
        }
    }

    /**
     * Text of any length.
     *
     * @param text character set and collation
     */
    record Text(TextAttributes text) implements DataType {}

    /**
     * Bytes of fixed length.
     *
     * @param length in bytes, or null for the database's default
     */
    record Binary(java.lang.@Nullable Integer length) implements DataType {

        public Binary {
            TypeChecks.length("binary", length);
        }
    }

    /**
     * Bytes of limited length.
     *
     * @param length in bytes, or null for no limit where the database allows that
     */
    record Varbinary(java.lang.@Nullable Integer length) implements DataType {

        public Varbinary {
            TypeChecks.length("varbinary", length);
        }
    }

    /** Bytes of any length. */
    record Blob() implements DataType {}

    /** Calendar date. */
    record Date() implements DataType {}

    /**
     * Time of day.
     *
     * @param precision    digits of a second, 0 to 9, or null for the database's default
     * @param withTimeZone whether it carries an offset
     */
    record Time(java.lang.@Nullable Integer precision, boolean withTimeZone) implements DataType {

        public Time {
            TypeChecks.fraction("time", precision);
        }
    }

    /**
     * Date and time.
     *
     * @param precision    digits of a second, 0 to 9, or null for the database's default
     * @param withTimeZone whether it is a point on the time line rather than a reading of a local clock
     */
    record Timestamp(java.lang.@Nullable Integer precision, boolean withTimeZone) implements DataType {

        public Timestamp {
            TypeChecks.fraction("timestamp", precision);
        }
    }

    /** Span of time. */
    record Interval() implements DataType {}

    /** Universally unique identifier. */
    record Uuid() implements DataType {}

    /**
     * JSON document.
     *
     * @param binary whether the database should keep it in a parsed form (PostgreSQL's jsonb)
     */
    record Json(boolean binary) implements DataType {}

    /**
     * One of a fixed list of words.
     *
     * @param name   the type's name where the database has named enum types, or null for a list of this column alone
     * @param values the words, in order; empty if {@code name} refers to an enum type of the schema
     */
    record Enum(@Nullable QualifiedName name, List<String> values) implements DataType {

        public Enum {
            values = List.copyOf(values);
            if (name == null && values.isEmpty()) {
                throw new IllegalArgumentException("enum must have a name or values");
            }
        }
    }

    /**
     * List of values of one type.
     *
     * @param element the type of each
     */
    record Array(DataType element) implements DataType {}

    /**
     * A type in the dialect's own words, kept as written. Empty means a column without a declared type (SQLite).
     *
     * @param sql  the type's text
     * @param text character set and collation, if it is a text type
     */
    record Native(String sql, TextAttributes text) implements DataType {

        /**
         * A type with the defaults of the database for text.
         *
         * @param sql the type's text
         */
        public Native(String sql) {
            this(sql, TextAttributes.DEFAULT);
        }
    }
}
