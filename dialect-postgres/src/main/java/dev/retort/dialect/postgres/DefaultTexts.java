// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.postgres.text.Columns;
import dev.retort.dialect.postgres.text.ConstantText;
import dev.retort.dialect.postgres.text.Texts;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Literal;
import dev.retort.schema.SqlText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads defaults: constants by their type, everything else as an expression. */
final class DefaultTexts {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[ ]['T']")
            .append(TIME)
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter ZONED = new DateTimeFormatterBuilder()
            .append(MOMENT)
            .appendPattern("[XXX][X]")
            .toFormatter(Locale.ROOT);

    private final PostgresTypes types;
    private final PostgresSyntax syntax;

    DefaultTexts(PostgresTypes types, PostgresSyntax syntax) {
        this.types = types;
        this.syntax = syntax;
    }

    /** The default that is read back; null if it says no more than that there is none. */
    @Nullable
    DefaultValue canonical(@Nullable DefaultValue value, DataType type) {
        if (value == null) {
            return null;
        }
        String sql = value instanceof DefaultValue.Constant constant
                ? syntax.literal(constant.value())
                : SqlWriter.verbatim(((DefaultValue.Expression) value).sql());
        return read(sql, type);
    }

    /** The default that a text says. */
    @Nullable
    DefaultValue read(String sql, DataType type) {
        String twice = Texts.castTwice(sql).orElse(null);
        if (twice != null) {
            return new DefaultValue.Expression(SqlText.verbatim(twice));
        }
        ConstantText constant = ConstantText.of(sql).orElse(null);
        if (constant != null && constant.value().equals("NULL") && constant.kind() == ConstantText.Kind.WORD) {
            return nothing(constant, type);
        }
        if (constant != null) {
            Literal literal = literal(constant, type);
            if (literal != null) {
                return new DefaultValue.Constant(literal);
            }
        }
        return new DefaultValue.Expression(
                SqlText.verbatim(Texts.expression(sql, Columns.unknown(types.extractsByDatePart()))));
    }

    /** NULL is no default, unless it goes through the length of a type or the checks of a domain: then it is stored. */
    private static @Nullable DefaultValue nothing(ConstantText constant, DataType type) {
        String base = baseOfLimited(type);
        if (base.isEmpty() && type instanceof DataType.Native) {
            base = constant.type();
        }
        return base.isEmpty() ? null : DefaultValue.sql("NULL::" + base);
    }

    private static String baseOfLimited(DataType type) {
        if (type instanceof DataType.Varchar text && text.length() != null) {
            return "character varying";
        }
        if (type instanceof DataType.Char) {
            return "bpchar";
        }
        if (type instanceof DataType.Decimal decimal && decimal.precision() != null) {
            return "numeric";
        }
        if (type instanceof DataType.Time time && time.precision() != null) {
            return "time with" + (time.withTimeZone() ? "" : "out") + " time zone";
        }
        return type instanceof DataType.Timestamp timestamp && timestamp.precision() != null
                ? "timestamp with" + (timestamp.withTimeZone() ? "" : "out") + " time zone"
                : "";
    }

    private @Nullable Literal literal(ConstantText constant, DataType type) {
        boolean plain = constant.type().isEmpty();
        if (constant.kind() == ConstantText.Kind.NUMBER) {
            return plain ? Literal.of(new BigDecimal(constant.value())) : null;
        }
        if (constant.kind() == ConstantText.Kind.WORD) {
            return Literal.of(constant.value().equals("TRUE"));
        }
        DataType meant = plain ? type : types.parse(constant.type());
        if (!plain && isCut(constant.value(), meant)) {
            return null;
        }
        try {
            if (isNumber(meant)) {
                return number(constant.value(), meant, type);
            }
            // What is converted to the column's type each time is not the same as a constant of that type.
            boolean other = isCharacters(meant)
                    && isCharacters(type)
                    && !meant.getClass().equals(type.getClass());
            return other && !(type instanceof DataType.Char) ? null : typed(constant.value(), meant, type);
        } catch (DateTimeException | IllegalArgumentException other) {
            return null;
        }
    }

    /** A number in quotes is of the column's type at once; one without is of the type that its digits tell. */
    private static @Nullable Literal number(String value, DataType meant, DataType column) {
        BigDecimal number = new BigDecimal(value.strip());
        if (natural(value.strip(), number).equals(meant.getClass())) {
            return Literal.of(number);
        }
        if (!meant.getClass().equals(column.getClass()) && !(column instanceof DataType.Native)) {
            return null;
        }
        boolean decimal = meant instanceof DataType.Decimal;
        return Literal.of((decimal ? number : number.stripTrailingZeros()).toPlainString());
    }

    private static Class<? extends DataType> natural(String digits, BigDecimal number) {
        if (!digits.matches("-?\\d+")) {
            return DataType.Decimal.class;
        }
        int bits = number.toBigInteger().bitLength();
        return bits < Integer.SIZE
                ? DataType.Integer.class
                : bits < Long.SIZE ? DataType.BigInt.class : DataType.Decimal.class;
    }

    private static @Nullable Literal typed(String value, DataType type, DataType column) {
        if (type instanceof DataType.Date) {
            return Literal.of(LocalDate.parse(value));
        }
        if (type instanceof DataType.Time time && !time.withTimeZone()) {
            return Literal.of(LocalTime.parse(value, TIME));
        }
        if (type instanceof DataType.Timestamp timestamp) {
            return timestamp.withTimeZone()
                    ? Literal.of(OffsetDateTime.parse(value, ZONED).withOffsetSameInstant(ZoneOffset.UTC))
                    : Literal.of(LocalDateTime.parse(value, MOMENT));
        }
        if (type instanceof DataType.Blob) {
            return value.startsWith("\\x") ? new Literal.Bytes(value.substring(2)) : null;
        }
        if (type instanceof DataType.Boolean) {
            return value.matches("true|false|t|f") ? Literal.of(value.startsWith("t")) : null;
        }
        if (type instanceof DataType.Uuid) {
            return Literal.of(value.toLowerCase(Locale.ROOT));
        }
        return text(value, type, column);
    }

    private static boolean isNumber(DataType type) {
        return type instanceof DataType.SmallInt
                || type instanceof DataType.Integer
                || type instanceof DataType.BigInt
                || type instanceof DataType.Decimal
                || type instanceof DataType.Real
                || type instanceof DataType.Double;
    }

    /** A cast takes the end of a text away; a column refuses a text that is too long. */
    private static boolean isCut(String value, DataType type) {
        Integer length = type instanceof DataType.Varchar text
                ? text.length()
                : type instanceof DataType.Char text ? text.length() : null;
        return length != null && value.codePointCount(0, value.length()) > length;
    }

    private static boolean isCharacters(DataType type) {
        return type instanceof DataType.Text || type instanceof DataType.Varchar || type instanceof DataType.Char;
    }

    /** A text stands for a value of the column's own type, whatever that is, but not for one of a third type. */
    private static @Nullable Literal text(String value, DataType type, DataType column) {
        boolean characters = isCharacters(type)
                || (type instanceof DataType.Native other && other.sql().equals("bpchar"));
        boolean named = column instanceof DataType.Enum && type instanceof DataType.Native;
        boolean zoned = type instanceof DataType.Time;
        return (characters || named || type.equals(column)) && !zoned ? Literal.of(value) : null;
    }
}
