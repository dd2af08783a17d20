// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.Literal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the literals of ISO SQL, the way back from {@link StandardSyntax}: for defaults that a database tells as SQL. */
public final class LiteralText {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d{1,5})?");
    private static final Pattern QUOTED = Pattern.compile("([A-Za-z ]*?)\\s*'((?:[^']|'')*)'", Pattern.DOTALL);
    /** An offset of hours alone, which ISO 8601 has and {@link OffsetDateTime#parse} does not read. */
    private static final Pattern HOURS = Pattern.compile("[-+]\\d\\d$");

    private LiteralText() {}

    /**
     * Reads a text that is nothing but a literal.
     *
     * @param sql SQL
     * @return the literal, or empty for any other expression
     */
    public static Optional<Literal> parse(String sql) {
        String text = UnicodeEscapes.decode(sql.strip());
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(Literal.of(new BigDecimal(text)));
        }
        switch (text.toUpperCase(Locale.ROOT)) {
            case "TRUE":
                return Optional.of(Literal.TRUE);
            case "FALSE":
                return Optional.of(Literal.FALSE);
            case "NULL":
                return Optional.of(Literal.NULL);
            default:
                Matcher quoted = QUOTED.matcher(text);
                return quoted.matches()
                        ? Optional.ofNullable(
                                quoted(quoted.group(1).toUpperCase(Locale.ROOT), quoted.group(2).replace("''", "'")))
                        : Optional.empty();
        }
    }

    private static @Nullable Literal quoted(String type, String value) {
        try {
            return switch (type) {
                case "" -> new Literal.Text(value);
                case "X" -> new Literal.Bytes(value);
                case "DATE" -> new Literal.Date(LocalDate.parse(value));
                case "TIME" -> new Literal.Time(LocalTime.parse(value));
                case "TIMESTAMP" -> timestamp(value.replace(' ', 'T'));
                case "TIMESTAMP WITH TIME ZONE" -> offset(value.replace(' ', 'T'));
                default -> null;
            };
        } catch (DateTimeException | IllegalArgumentException notOfThatType) {
            return null;
        }
    }

    private static Literal timestamp(String iso) {
        return iso.indexOf('+', 10) >= 0 || iso.indexOf('-', 10) >= 0
                ? offset(iso)
                : new Literal.Timestamp(LocalDateTime.parse(iso));
    }

    private static Literal offset(String iso) {
        return new Literal.TimestampTz(
                OffsetDateTime.parse(HOURS.matcher(iso).find() ? iso + ":00" : iso));
    }
}
