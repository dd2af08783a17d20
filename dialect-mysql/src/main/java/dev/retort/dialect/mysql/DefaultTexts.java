// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.SqlTexts;
import dev.retort.dialect.mysql.text.Token;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Literal;
import dev.retort.schema.SqlText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Defaults as they are read back: constants have the type of their column, expressions one spelling. */
final class DefaultTexts {

    private static final int NANO_DIGITS = 9;
    /** What MySQL makes of {@code X''}, and does not read itself. */
    private static final String NO_BYTES = "0x";

    private DefaultTexts() {}

    static @Nullable DefaultValue canonical(@Nullable DefaultValue value, DataType type) {
        if (value instanceof DefaultValue.Constant constant) {
            return constant.value().equals(Literal.NULL)
                    ? null
                    : new DefaultValue.Constant(constant(constant.value(), type));
        }
        return value instanceof DefaultValue.Expression expression && expression.sql() instanceof SqlText.Verbatim text
                ? expression(text.sql(), type)
                : value;
    }

    /** An expression of the user or of the server; a constant, if it is nothing else. */
    static @Nullable DefaultValue expression(String sql, DataType type) {
        if (sql.strip().equals(NO_BYTES)) {
            return new DefaultValue.Constant(constant(new Literal.Bytes(""), type));
        }
        String plain = SqlTexts.expression(sql);
        if (plain.equals("NULL")) {
            return null;
        }
        if (plain.equals("TRUE") || plain.equals("FALSE")) {
            return new DefaultValue.Constant(constant(Literal.of(plain.equals("TRUE")), type));
        }
        for (String word : new String[] {"DATE ", "TIME ", "TIMESTAMP "}) {
            if (plain.startsWith(word)) {
                plain = plain.substring(word.length());
            }
        }
        Token literal = SqlTexts.literal(plain).orElse(null);
        if (literal != null) {
            return new DefaultValue.Constant(constant(literal(literal), type));
        }
        return new DefaultValue.Expression(SqlText.verbatim(withoutPrecision(plain, type)));
    }

    private static Literal literal(Token token) {
        return switch (token.kind()) {
            case STRING -> new Literal.Text(token.value());
            case NUMBER -> new Literal.Number(new BigDecimal(token.value()));
            default -> bytes(token.text());
        };
    }

    private static Literal bytes(String text) {
        if (text.matches("[bB]'[01]*'|0b[01]+")) {
            String bits = text.replaceAll("^(0b|[bB])|'", "");
            return new Literal.Number(new BigDecimal(new BigInteger(bits.isEmpty() ? "0" : bits, 2)));
        }
        String digits = text.toLowerCase(Locale.ROOT).startsWith("0x") ? text.substring(2) : "";
        try {
            return new Literal.Bytes(digits.length() % 2 == 0 ? digits : "0" + digits);
        } catch (IllegalArgumentException bits) {
            return new Literal.Text(text);
        }
    }

    /** The server wants the moment of a default to have the digits that the column has, so they say nothing. */
    static String withoutPrecision(String plain, DataType type) {
        Integer precision = type instanceof DataType.Timestamp timestamp ? timestamp.precision() : null;
        return precision != null && plain.equals("CURRENT_TIMESTAMP(" + precision + ")") ? "CURRENT_TIMESTAMP" : plain;
    }

    /** A value in the type of its column, as the server keeps it. */
    static Literal constant(Literal value, DataType type) {
        try {
            return typed(value, type);
        } catch (NumberFormatException | DateTimeException otherForm) {
            return new Literal.Text(words(value));
        }
    }

    private static Literal typed(Literal value, DataType type) {
        if (type instanceof DataType.Decimal decimal) {
            Integer scale = decimal.scale();
            return new Literal.Number(
                    new BigDecimal(words(value)).setScale(scale == null ? 0 : scale, RoundingMode.HALF_UP));
        }
        if (type instanceof DataType.SmallInt
                || type instanceof DataType.Integer
                || type instanceof DataType.BigInt
                || type instanceof DataType.Real
                || type instanceof DataType.Double) {
            return new Literal.Number(new BigDecimal(words(value)));
        }
        if (type instanceof DataType.Boolean) {
            // A boolean is a number of one digit.
            BigDecimal number = new BigDecimal(words(value));
            boolean truth = number.signum() == 0 || number.compareTo(BigDecimal.ONE) == 0;
            return truth ? Literal.of(number.signum() != 0) : new Literal.Number(number);
        }
        if (type instanceof DataType.Binary || type instanceof DataType.Varbinary || type instanceof DataType.Blob) {
            return bytes(value, type);
        }
        if (type instanceof DataType.Date) {
            return new Literal.Date(LocalDate.parse(words(value).substring(0, 10)));
        }
        if (type instanceof DataType.Time time) {
            LocalTime moment = LocalTime.parse(words(value));
            return new Literal.Time(moment.withNano(nanos(moment.getNano(), time.precision())));
        }
        if (type instanceof DataType.Timestamp timestamp) {
            return moment(value, timestamp);
        }
        if (type instanceof DataType.Native && words(value).matches("-?\\d+(\\.\\d+)?")) {
            return new Literal.Number(new BigDecimal(words(value)));
        }
        String text = words(value);
        return new Literal.Text(type instanceof DataType.Char ? text.stripTrailing() : text);
    }

    private static Literal moment(Literal value, DataType.Timestamp type) {
        LocalDateTime moment = value instanceof Literal.TimestampTz tz
                ? tz.value().withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : LocalDateTime.parse(full(words(value)).replace(' ', 'T'));
        LocalDateTime kept = moment.withNano(nanos(moment.getNano(), type.precision()));
        return type.withTimeZone()
                ? new Literal.TimestampTz(OffsetDateTime.of(kept, ZoneOffset.UTC))
                : new Literal.Timestamp(kept);
    }

    private static String full(String text) {
        return text.length() == 10 ? text + " 00:00:00" : text;
    }

    private static int nanos(int nanos, @Nullable Integer precision) {
        int unit = (int) Math.pow(10, NANO_DIGITS - (precision == null ? 0 : precision));
        return nanos / unit * unit;
    }

    private static Literal bytes(Literal value, DataType type) {
        byte[] bytes = value instanceof Literal.Bytes given
                ? given.toByteArray()
                : words(value).getBytes(StandardCharsets.UTF_8);
        Integer length = type instanceof DataType.Binary binary ? binary.length() : null;
        return new Literal.Bytes(HexFormat.of().formatHex(length == null ? bytes : Arrays.copyOf(bytes, length)));
    }

    /** A literal in the words that stand between its quotes. */
    private static String words(Literal value) {
        if (value instanceof Literal.Text text) {
            return text.value();
        }
        if (value instanceof Literal.Number number) {
            return number.value().toPlainString();
        }
        if (value instanceof Literal.Bool bool) {
            return bool.value() ? "1" : "0";
        }
        if (value instanceof Literal.Bytes bytes) {
            return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
        }
        if (value instanceof Literal.Date date) {
            return date.value().toString();
        }
        if (value instanceof Literal.Time time) {
            return time.value().toString();
        }
        if (value instanceof Literal.Timestamp timestamp) {
            return timestamp.value().toString();
        }
        return value instanceof Literal.TimestampTz timestamp
                ? timestamp.value().toString()
                : "";
    }
}
