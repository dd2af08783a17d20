// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.schema.Literal;
import dev.retort.schema.Scalar;
import dev.retort.schema.SqlText;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Converted;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Shared;
import dev.retort.yaml.node.YamlNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a row or a default: a constant by itself, SQL as {@code {sql: ...}}, or a typed constant such as
 * {@code {date: 2026-01-02}}. A date without that is the text that was written.
 */
public final class ScalarYaml {

    private static final Key<SqlText> SQL = Key.of("sql", SqlTextYaml.FORM, "An SQL expression.");
    private static final Key<String> PORTABLE =
            Key.of("portable", Scalars.TEXT, "An SQL expression that is rendered for each dialect.");
    private static final Key<Literal> VALUE =
            Key.of("value", LiteralYaml.FORM, "A constant, null included.").takingNull();
    private static final Key<LocalDate> DATE =
            Key.of("date", temporal("a date such as 2026-01-02", LocalDate::parse), "A date.");
    private static final Key<LocalTime> TIME =
            Key.of("time", temporal("a time such as 20:15:00", LocalTime::parse), "A time of day.");
    private static final Key<LocalDateTime> TIMESTAMP = Key.of(
            "timestamp",
            temporal("a date and time such as 2026-01-02T20:15:00", ScalarYaml::local),
            "A local date and time.");
    private static final Key<OffsetDateTime> TIMESTAMPTZ = Key.of(
            "timestamptz",
            temporal("a date and time with an offset such as 2026-01-02T20:15:00+01:00", ScalarYaml::offset),
            "A date and time with an offset from UTC.");
    private static final Key<Literal.Bytes> BYTES = Key.of(
            "bytes",
            Scalars.text("an even number of hexadecimal digits", Literal.Bytes::new, Literal.Bytes::hex),
            "Bytes.");

    private static final Mapping<Scalar> TYPED = Mapping.<Scalar>of("a value")
            .optional(SQL, value -> value instanceof SqlText sql ? sql : null)
            .optional(PORTABLE, value -> null)
            .optional(VALUE, value -> value instanceof Literal literal && LiteralYaml.fits(literal) ? literal : null)
            .optional(DATE, value -> value instanceof Literal.Date date ? date.value() : null)
            .optional(TIME, value -> value instanceof Literal.Time time ? time.value() : null)
            .optional(TIMESTAMP, value -> value instanceof Literal.Timestamp timestamp ? timestamp.value() : null)
            .optional(TIMESTAMPTZ, value -> value instanceof Literal.TimestampTz timestamp ? timestamp.value() : null)
            .optional(BYTES, value -> value instanceof Literal.Bytes bytes ? bytes : null)
            .makes(ScalarYaml::make);

    private static final Form<Scalar> PLAIN =
            new Converted<>(LiteralYaml.FORM, literal -> literal, scalar -> (Literal) scalar);

    /** A cell, null included. */
    public static final Form<Scalar> CELL = Shared.of(
            "value",
            new Choice<Scalar>(
                            "a value: a text, number, true, false, null, {sql: ...}, {date: ...}, {time: ...},"
                                    + " {timestamp: ...}, {timestamptz: ...} or {bytes: ...}",
                            value -> LiteralYaml.fits(value) ? PLAIN : TYPED)
                    .or(YamlNode.Scalar.class::isInstance, PLAIN)
                    .or(Choice.mapping(), TYPED));

    /** A cell in the mapping form even if it could stand by itself: null as a value rather than as nothing. */
    static final Form<Scalar> EXPLICIT = TYPED;

    private ScalarYaml() {}

    private static Scalar make(dev.retort.yaml.form.Values values) {
        Scalar only = null;
        int given = 0;
        for (Scalar candidate : new @Nullable Scalar[] {
            values.orNull(SQL),
            map(values.orNull(PORTABLE), SqlText::portable),
            values.orNull(VALUE),
            map(values.orNull(DATE), Literal.Date::new),
            map(values.orNull(TIME), Literal.Time::new),
            map(values.orNull(TIMESTAMP), Literal.Timestamp::new),
            map(values.orNull(TIMESTAMPTZ), Literal.TimestampTz::new),
            values.orNull(BYTES)
        }) {
            if (candidate != null) {
                only = candidate;
                given++;
            }
        }
        if (only == null || given != 1) {
            throw new IllegalArgumentException(
                    "a value must be given by exactly one of sql, portable, value, date, time, timestamp, timestamptz, bytes");
        }
        return only;
    }

    private static <A> @Nullable Scalar map(@Nullable A value, Function<A, Scalar> make) {
        return value == null ? null : make.apply(value);
    }

    private static LocalDateTime local(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T'));
    }

    private static OffsetDateTime offset(String text) {
        return OffsetDateTime.parse(text.replace(' ', 'T'));
    }

    private static <T> Form<T> temporal(String noun, Function<String, T> parse) {
        return Scalars.text(
                noun,
                text -> {
                    try {
                        return parse.apply(text);
                    } catch (DateTimeException wrong) {
                        throw new IllegalArgumentException("was '" + text + "'", wrong);
                    }
                },
                Object::toString);
    }
}
