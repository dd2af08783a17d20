// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.schema.Literal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.util.BitString;
import org.apache.calcite.util.NlsString;
import org.jspecify.annotations.Nullable;

/** Writes literals. */
final class Literals {

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Target target;
    private final Problems problems;

    Literals(Target target, Problems problems) {
        this.target = target;
        this.problems = problems;
    }

    Rendered render(SqlLiteral literal) {
        if (literal instanceof SqlUnknownLiteral temporal) {
            return temporal(temporal);
        }
        Object value = literal.getValue();
        return switch (literal.getTypeName()) {
            case NULL -> Rendered.atom("NULL", Kind.NULL);
            case BOOLEAN -> write(new Literal.Bool(Boolean.TRUE.equals(value)), Kind.BOOLEAN);
            case DECIMAL -> number((BigDecimal) Objects.requireNonNull(value));
            case DOUBLE ->
                signed(((BigDecimal) Objects.requireNonNull(value)).toString() + exponent(value), Kind.FLOAT);
            case CHAR -> text(literal, (NlsString) Objects.requireNonNull(value));
            case BINARY ->
                write(Literal.Bytes.of(((BitString) Objects.requireNonNull(value)).getAsByteArray()), Kind.BINARY);
            default ->
                problems.add(
                        literal,
                        "Found '" + literal + "', but expected a number, a string, a truth value, a date or NULL.",
                        "An interval can be added to a date or timestamp, or subtracted from one.");
        };
    }

    /** An exponent is what makes a number a floating point number. */
    private static String exponent(Object value) {
        return value.toString().indexOf('E') < 0 ? "E0" : "";
    }

    private Rendered number(BigDecimal value) {
        boolean whole = value.scale() <= 0 && value.toBigInteger().abs().compareTo(LARGEST) <= 0;
        return signed(target.literal(new Literal.Number(value)), whole ? Kind.INTEGER : Kind.DECIMAL);
    }

    private static Rendered signed(String sql, Kind kind) {
        return new Rendered(sql, sql.startsWith("-") ? Level.SUM : Level.ATOM, kind, true, false);
    }

    private Rendered text(SqlLiteral literal, NlsString value) {
        String charset = value.getCharsetName();
        if (charset != null && !charset.equals("UTF16")) {
            return problems.add(literal, "A string cannot have a character set of its own.", "Leave it out.");
        }
        return write(new Literal.Text(value.getValue()), Kind.TEXT);
    }

    private Rendered write(Literal literal, Kind kind) {
        return new Rendered(target.literal(literal), Level.ATOM, kind, true, false);
    }

    private Rendered temporal(SqlUnknownLiteral literal) {
        String value = literal.getValue();
        try {
            return switch (literal.tag.toUpperCase(Locale.ROOT)) {
                case "DATE" -> write(new Literal.Date(LocalDate.parse(value)), Kind.DATE);
                case "TIME" -> write(new Literal.Time(LocalTime.parse(value)), Kind.TIME);
                case "TIMESTAMP" -> {
                    LocalDateTime time = LocalDateTime.parse(value.replace(' ', 'T'));
                    yield new Rendered(
                            target.literal(new Literal.Timestamp(time)),
                            Level.ATOM,
                            Kind.TIMESTAMP,
                            true,
                            time.getNano() != 0);
                }
                default -> problems.add(literal, "A literal of type " + literal.tag + " is not portable.", null);
            };
        } catch (DateTimeException wrong) {
            return problems.add(
                    literal,
                    "'" + value + "' is no " + literal.tag.toLowerCase(Locale.ROOT) + ".",
                    "Write it as in DATE '2026-01-31', TIME '23:59:59' or TIMESTAMP '2026-01-31 23:59:59'.");
        }
    }

    /** The characters of a string literal, or null if it is something else. */
    static @Nullable String string(SqlNode node) {
        return node instanceof SqlLiteral literal && literal.getValue() instanceof NlsString text
                ? text.getValue()
                : null;
    }

    /** The value of a whole number, or null if it is something else. */
    static @Nullable BigDecimal integer(SqlNode node) {
        return node instanceof SqlLiteral literal
                        && literal.getValue() instanceof BigDecimal number
                        && number.scale() == 0
                ? number
                : null;
    }
}
