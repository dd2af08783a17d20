// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.dialect.SqlForm;
import java.math.BigDecimal;
import java.util.Objects;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/** Writes sums, products, and strings put together. */
final class Arithmetic {

    private final Renderer renderer;
    private final Expressions expressions;

    Arithmetic(Renderer renderer, Expressions expressions) {
        this.renderer = renderer;
        this.expressions = expressions;
    }

    Rendered render(SqlCall call, Scope scope) {
        SqlNode first = call.operand(0);
        if (call.operandCount() == 1) {
            Rendered operand = number(first, expressions.render(first, scope), call);
            return call.getKind() == SqlKind.PLUS_PREFIX
                    ? operand
                    : new Rendered(
                            "-" + operand.within(Level.ATOM), Level.SUM, operand.kind(), operand.notNull(), false);
        }
        SqlNode second = call.operand(1);
        if (second instanceof SqlIntervalLiteral interval && call.getKind() != SqlKind.TIMES) {
            return shifted(call, first, interval, call.getKind() == SqlKind.MINUS, scope);
        }
        if (first instanceof SqlIntervalLiteral interval && call.getKind() == SqlKind.PLUS) {
            return shifted(call, second, interval, false, scope);
        }
        Rendered left = number(first, expressions.render(first, scope), call);
        Rendered right = number(second, expressions.render(second, scope), call);
        return switch (call.getKind()) {
            case PLUS -> binary(left, " + ", right, Level.SUM);
            case MINUS -> binary(left, " - ", right, Level.SUM);
            case TIMES -> binary(left, " * ", right, Level.PRODUCT);
            case DIVIDE -> divide(call, left, right);
            default -> remainder(call, left, right);
        };
    }

    private static Rendered binary(Rendered left, String operator, Rendered right, Level level) {
        Level inner = level == Level.SUM ? Level.PRODUCT : Level.ATOM;
        return new Rendered(
                left.within(level) + operator + right.within(inner),
                level,
                kind(left, right),
                left.notNull() && right.notNull(),
                false);
    }

    private static Kind kind(Rendered left, Rendered right) {
        return left.kind() == Kind.UNKNOWN || right.kind() == Kind.UNKNOWN
                ? left.kind() == Kind.FLOAT || right.kind() == Kind.FLOAT ? Kind.FLOAT : Kind.UNKNOWN
                : left.kind().or(right.kind());
    }

    private Rendered number(SqlNode node, Rendered value, SqlCall call) {
        Kind kind = value.kind();
        if (kind.isNumber() || kind == Kind.UNKNOWN || kind == Kind.NULL) {
            return value;
        }
        boolean temporal = kind == Kind.DATE || kind == Kind.TIMESTAMP || kind == Kind.TIME;
        return renderer.wrongKind(
                node,
                "An operand of '" + call.getOperator().getName() + "'",
                kind,
                "number",
                temporal
                        ? "Add or subtract an interval such as INTERVAL '1' DAY; TIMESTAMPDIFF(DAY, a, b) counts days."
                        : kind == Kind.TEXT ? "Join strings with ||, or turn the text into a number with CAST." : null);
    }

    private Rendered divide(SqlCall call, Rendered left, Rendered right) {
        BigDecimal divisor = Literals.integer(call.operand(1));
        if (divisor != null && divisor.signum() == 0) {
            return renderer.problems.add(
                    call, "Division by zero is an error on some databases and NULL on others.", null);
        }
        if (isFraction(left) || isFraction(right)) {
            return renderer.form(
                    call, SqlForm.DIVIDE, kind(left, right) == Kind.FLOAT ? Kind.FLOAT : Kind.DECIMAL, left, right);
        }
        if (left.isBroken() || right.isBroken()) {
            return Rendered.broken();
        }
        return unknown(left, right)
                ? ambiguous(call, "whole numbers are divided without a fraction")
                : renderer.form(call, SqlForm.DIVIDE_INTEGERS, Kind.INTEGER, left, right);
    }

    Rendered remainder(SqlCall call, Rendered left, Rendered right) {
        BigDecimal divisor = Literals.integer(call.operand(1));
        if (divisor != null && divisor.signum() == 0) {
            return renderer.problems.add(
                    call, "Division by zero is an error on some databases and NULL on others.", null);
        }
        if (left.kind() == Kind.FLOAT || right.kind() == Kind.FLOAT) {
            return renderer.problems.add(
                    call, "A floating point number has no portable remainder.", "Turn it into DECIMAL with CAST.");
        }
        if (isFraction(left) || isFraction(right)) {
            return renderer.form(call, SqlForm.MOD_DECIMALS, Kind.DECIMAL, left, right);
        }
        if (left.isBroken() || right.isBroken()) {
            return Rendered.broken();
        }
        return unknown(left, right)
                ? ambiguous(call, "some databases know the remainder of whole numbers alone")
                : renderer.form(call, SqlForm.MOD_INTEGERS, Kind.INTEGER, left, right);
    }

    private static boolean isFraction(Rendered value) {
        return value.kind() == Kind.DECIMAL || value.kind() == Kind.FLOAT;
    }

    private static boolean unknown(Rendered left, Rendered right) {
        return left.kind() == Kind.UNKNOWN || right.kind() == Kind.UNKNOWN;
    }

    private Rendered ambiguous(SqlCall call, String why) {
        return renderer.problems.add(
                call,
                "The type of an operand of '" + call.getOperator().getName() + "' is not known, and " + why + ".",
                "State it with CAST, as in CAST(x AS INTEGER).");
    }

    private Rendered shifted(SqlCall call, SqlNode base, SqlIntervalLiteral interval, boolean back, Scope scope) {
        SqlIntervalLiteral.IntervalValue value =
                (SqlIntervalLiteral.IntervalValue) Objects.requireNonNull(interval.getValue());
        String digits = value.getIntervalLiteral();
        String unit = value.getIntervalQualifier().timeUnitRange.name();
        Rendered start = expressions.render(base, scope);
        if (!digits.matches("[+-]?\\d{1,9}")) {
            return renderer.problems.add(
                    interval,
                    "An interval must be a whole number of one unit, but was '" + digits + "'.",
                    "Add several intervals.");
        }
        long count = Long.parseLong(digits) * value.getSign() * (back ? -1 : 1);
        boolean date = start.kind() == Kind.DATE;
        if (!date && start.kind() != Kind.TIMESTAMP) {
            return renderer.wrongKind(base, "What an interval is added to", start.kind(), "date or timestamp", null);
        }
        if (start.fractions() && !renderer.target.has(SqlForm.FRACTIONS_IN_ARITHMETIC)) {
            return renderer.form(base, SqlForm.FRACTIONS_IN_ARITHMETIC, Kind.TIMESTAMP, start);
        }
        SqlForm form = switch (unit) {
            case "YEAR", "MONTH" -> date ? SqlForm.DATE_ADD_MONTHS : SqlForm.TIMESTAMP_ADD_MONTHS;
            case "DAY" -> date ? SqlForm.DATE_ADD_DAYS : SqlForm.TIMESTAMP_ADD_DAYS;
            default -> SqlForm.TIMESTAMP_ADD_SECONDS;
        };
        long factor = switch (unit) {
            case "YEAR" -> 12;
            case "HOUR" -> 3600;
            case "MINUTE" -> 60;
            case "MONTH", "DAY", "SECOND" -> 1;
            default -> 0;
        };
        if (factor == 0 || (date && form == SqlForm.TIMESTAMP_ADD_SECONDS)) {
            return renderer.problems.add(
                    interval,
                    "An interval of " + unit + " cannot be added to a " + start.kind() + ".",
                    date ? "Turn the date into a timestamp with CAST." : null);
        }
        Rendered sum = renderer.form(
                call, form, start.kind(), start, Rendered.atom(Long.toString(count * factor), Kind.INTEGER));
        return new Rendered(sum.sql(), sum.level(), sum.kind(), start.notNull(), start.fractions());
    }

    Rendered concatenation(SqlCall call, Scope scope) {
        Rendered left = text(call.operand(0), scope);
        Rendered right = text(call.operand(1), scope);
        Rendered joined = renderer.form(call, SqlForm.CONCAT, Kind.TEXT, left, right);
        return new Rendered(joined.sql(), joined.level(), Kind.TEXT, left.notNull() && right.notNull(), false);
    }

    private Rendered text(SqlNode node, Scope scope) {
        Rendered value = expressions.render(node, scope);
        return switch (value.kind()) {
            case TEXT, NULL -> value;
            case INTEGER -> {
                Rendered digits = renderer.form(node, SqlForm.CAST_INTEGER_TO_TEXT, Kind.TEXT, value);
                yield new Rendered(digits.sql(), digits.level(), Kind.TEXT, value.notNull(), false);
            }
            case UNKNOWN ->
                value.isBroken()
                        ? value
                        : renderer.problems.add(
                                node,
                                "The type of an operand of '||' is not known, and what a value looks like as text depends on it.",
                                "State it with CAST, as in CAST(x AS VARCHAR).");
            default ->
                renderer.problems.add(
                        node,
                        "An operand of '||' must be a text or an integer, but found a " + value.kind()
                                + ", which databases write differently.",
                        value.kind() == Kind.DATE ? "Write CAST(x AS VARCHAR)." : null);
        };
    }
}
