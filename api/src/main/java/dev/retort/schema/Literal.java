// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A constant, typed so that every dialect can write it as a literal of its own. */
public sealed interface Literal extends Scalar {

    /** SQL's NULL. */
    record Null() implements Literal {}

    /**
     * A string.
     *
     * @param value any characters
     */
    record Text(String value) implements Literal {}

    /**
     * A number. Equal numbers are equal whatever their scale; a plain text keeps {@code 1.50} as written.
     *
     * @param value the exact value
     */
    record Number(BigDecimal value) implements Literal {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Number that && value.compareTo(that.value) == 0;
        }

        @Override
        public int hashCode() {
            return value.stripTrailingZeros().hashCode();
        }
    }

    /**
     * A truth value.
     *
     * @param value true or false
     */
    record Bool(boolean value) implements Literal {}

    /**
     * Bytes, held as lower-case hexadecimal digits so that the value is immutable.
     *
     * @param hex an even number of hexadecimal digits
     */
    record Bytes(String hex) implements Literal {

        public Bytes {
            hex = HexFormat.of().formatHex(HexFormat.of().parseHex(hex));
        }

        /**
         * @param bytes copied
         * @return the literal
         */
        public static Bytes of(byte[] bytes) {
            return new Bytes(HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length)));
        }

        /** {@return a fresh copy of the bytes} */
        public byte[] toByteArray() {
            return HexFormat.of().parseHex(hex);
        }
    }

    /**
     * A date.
     *
     * @param value in the ISO calendar
     */
    record Date(LocalDate value) implements Literal {}

    /**
     * A time of day without a zone.
     *
     * @param value up to nanoseconds
     */
    record Time(LocalTime value) implements Literal {}

    /**
     * A date and time without a zone.
     *
     * @param value up to nanoseconds
     */
    record Timestamp(LocalDateTime value) implements Literal {}

    /**
     * A date and time with an offset from UTC.
     *
     * @param value up to nanoseconds
     */
    record TimestampTz(OffsetDateTime value) implements Literal {}

    /** The one NULL. */
    Literal NULL = new Null();

    /** {@code TRUE}. */
    Literal TRUE = new Bool(true);

    /** {@code FALSE}. */
    Literal FALSE = new Bool(false);

    /**
     * The literal for a Java value.
     *
     * @param value null, a string, boolean, whole number, {@link BigDecimal}, double or float (by its shortest decimal
     *              form), {@code byte[]}, a {@code java.time} date, time or date-time, a UUID or an enum constant (both
     *              as text), or a literal
     * @return the literal
     * @throws IllegalArgumentException for anything else, for NaN and for infinities
     */
    static Literal of(@Nullable Object value) {
        return Literals.of(value);
    }
}
