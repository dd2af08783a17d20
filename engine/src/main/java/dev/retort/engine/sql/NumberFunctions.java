// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.dialect.SqlForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;

/** Writes functions of numbers. */
final class NumberFunctions {

    static final Set<String> NAMES = Set.of("ABS", "CEIL", "CEILING", "FLOOR", "MOD", "POWER", "ROUND", "SQRT");

    private final Renderer renderer;

    NumberFunctions(Renderer renderer) {
        this.renderer = renderer;
    }

    Rendered render(String name, SqlCall call, List<Rendered> arguments) {
        boolean two = name.equals("MOD") || name.equals("POWER");
        boolean round = name.equals("ROUND");
        int count = arguments.size();
        if (count < (two ? 2 : 1) || count > (two || round ? 2 : 1)) {
            return renderer.problems.add(
                    call,
                    name + " must have " + (two ? 2 : round ? "1 or 2" : 1) + " operands, but has " + count + ".",
                    null);
        }
        for (int i = 0; i < count; i++) {
            Kind kind = arguments.get(i).kind();
            if (arguments.get(i).isBroken()) {
                return Rendered.broken();
            }
            if (!kind.isNumber() && kind != Kind.NULL && kind != Kind.UNKNOWN) {
                return renderer.wrongKind(call.operand(i), "An operand of " + name, kind, "number", null);
            }
        }
        Rendered first = arguments.get(0);
        return switch (name) {
            case "MOD" -> new Arithmetic(renderer, renderer.expressions).remainder(call, first, arguments.get(1));
            case "POWER" -> renderer.form(call, SqlForm.POWER, Kind.FLOAT, first, arguments.get(1));
            case "SQRT" -> renderer.form(call, SqlForm.SQRT, Kind.FLOAT, first);
            case "ABS" -> renderer.form(call, SqlForm.ABS, first.kind(), first).notNull(first.notNull());
            case "ROUND" -> round(call, arguments);
            default -> whole(call, name.equals("FLOOR") ? SqlForm.FLOOR : SqlForm.CEILING, first);
        };
    }

    private Rendered whole(SqlCall call, SqlForm form, Rendered number) {
        return number.kind() == Kind.INTEGER
                ? number
                : renderer.form(call, form, number.kind(), number).notNull(number.notNull());
    }

    private Rendered round(SqlCall call, List<Rendered> arguments) {
        Rendered number = arguments.get(0);
        if (number.kind() == Kind.FLOAT || number.kind() == Kind.UNKNOWN) {
            return renderer.problems.add(
                    call,
                    "Halves of a " + number.kind() + " are rounded differently by databases.",
                    "Turn it into DECIMAL with CAST.");
        }
        if (arguments.size() == 1) {
            return number.kind() == Kind.INTEGER
                    ? number
                    : renderer.form(call, SqlForm.ROUND, Kind.DECIMAL, number).notNull(number.notNull());
        }
        BigDecimal digits = Literals.integer(call.operand(1));
        if (digits == null || digits.signum() < 0) {
            return renderer.problems.add(
                    call.operand(1), "The digits to round to must be a whole number, 0 or more, written down.", null);
        }
        return number.kind() == Kind.INTEGER
                ? number
                : renderer.form(call, SqlForm.ROUND_TO, Kind.DECIMAL, number, arguments.get(1))
                        .notNull(number.notNull());
    }
}
