// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns Java values into literals. */
final class Literals {

    private Literals() {}

    static Literal of(@Nullable Object value) {
        if (value == null) {
            return Literal.NULL;
        }
        if (value instanceof Literal literal) {
            return literal;
        }
        if (value instanceof Boolean bool) {
            return new Literal.Bool(bool);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof byte[] bytes) {
            return Literal.Bytes.of(bytes);
        }
        if (value instanceof CharSequence || value instanceof Character || value instanceof UUID) {
            return new Literal.Text(value.toString());
        }
        if (value instanceof Enum<?> constant) {
            return new Literal.Text(constant.name());
        }
        return temporal(value);
    }

    private static Literal number(Number value) {
        if (value instanceof BigDecimal decimal) {
            return new Literal.Number(decimal);
        }
        if (value instanceof BigInteger integer) {
            return new Literal.Number(new BigDecimal(integer));
        }
        if (value instanceof Double || value instanceof Float) {
            if (!Double.isFinite(value.doubleValue())) {
                throw new IllegalArgumentException("a number literal must be finite, but was " + value);
            }
            return new Literal.Number(new BigDecimal(value.toString()));
        }
        return new Literal.Number(BigDecimal.valueOf(value.longValue()));
    }

    private static Literal temporal(Object value) {
        if (value instanceof LocalDate date) {
            return new Literal.Date(date);
        }
        if (value instanceof LocalTime time) {
            return new Literal.Time(time);
        }
        if (value instanceof LocalDateTime timestamp) {
            return new Literal.Timestamp(timestamp);
        }
        if (value instanceof OffsetDateTime timestamp) {
            return new Literal.TimestampTz(timestamp);
        }
        if (value instanceof ZonedDateTime timestamp) {
            return new Literal.TimestampTz(timestamp.toOffsetDateTime());
        }
        if (value instanceof Instant instant) {
            return new Literal.TimestampTz(instant.atOffset(ZoneOffset.UTC));
        }
        throw new IllegalArgumentException("a literal must be a string, number, boolean, byte array, UUID or java.time"
                + " value, but was a " + value.getClass().getName());
    }
}
