// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.diagnostic.NearMatches;
import dev.retort.dialect.SqlForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlTrimFunction;
import org.jspecify.annotations.Nullable;

/** Writes calls of functions. */
final class Functions {

    /** Functions that some databases have, and what to write instead. */
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("CONCAT", "Write a || b: CONCAT leaves NULL out on some databases."),
            Map.entry("GREATEST", "Write CASE: databases disagree about NULL."),
            Map.entry("IF", "Write CASE."),
            Map.entry("IFNULL", "Write COALESCE."),
            Map.entry("IIF", "Write CASE."),
            Map.entry("INSTR", "Write POSITION(part IN text)."),
            Map.entry("ISNULL", "Write COALESCE, or IS NULL."),
            Map.entry("LEAST", "Write CASE: databases disagree about NULL."),
            Map.entry("LENGTH", "Write CHAR_LENGTH: LENGTH counts bytes on some databases."),
            Map.entry("LTRIM", "Write TRIM(LEADING FROM x)."),
            Map.entry("NOW", "Write CURRENT_TIMESTAMP."),
            Map.entry("NVL", "Write COALESCE."),
            Map.entry("RTRIM", "Write TRIM(TRAILING FROM x)."),
            Map.entry("STRPOS", "Write POSITION(part IN text)."),
            Map.entry("SUBSTR", "Write SUBSTRING(x FROM a FOR b)."));

    private final Renderer renderer;
    private final Expressions expressions;
    private final Aggregates aggregates;
    private final NumberFunctions numbers;
    private final TextFunctions texts;

    Functions(Renderer renderer, Expressions expressions) {
        this.renderer = renderer;
        this.expressions = expressions;
        this.aggregates = new Aggregates(renderer, expressions);
        this.numbers = new NumberFunctions(renderer);
        this.texts = new TextFunctions(renderer);
    }

    Rendered render(SqlCall call, Scope scope) {
        String name = call.getOperator().getName().toUpperCase(Locale.ROOT);
        if (Aggregates.NAMES.contains(name)) {
            return aggregates.render(name, call, scope);
        }
        if (call.getFunctionQuantifier() != null) {
            return renderer.problems.add(call, "'DISTINCT' cannot stand in " + name + ".", null);
        }
        return switch (name) {
            case "EXTRACT" -> extract(call, scope);
            case "TIMESTAMPDIFF" -> between(call, scope);
            case "TRIM" -> trim(call, scope);
            case "COALESCE" -> coalesce(call, scope);
            case "NULLIF" -> nullif(call, scope);
            default -> {
                List<Rendered> arguments = new ArrayList<>();
                call.getOperandList().forEach(operand -> arguments.add(expressions.render(operand, scope)));
                Rendered written = NumberFunctions.NAMES.contains(name)
                        ? numbers.render(name, call, arguments)
                        : TextFunctions.NAMES.contains(name)
                                ? texts.render(name, call, arguments)
                                : unknown(name, call);
                yield written;
            }
        };
    }

    private Rendered unknown(String name, SqlCall call) {
        TreeSet<String> known = new TreeSet<>(Aggregates.NAMES);
        known.addAll(NumberFunctions.NAMES);
        known.addAll(TextFunctions.NAMES);
        known.addAll(List.of("COALESCE", "EXTRACT", "NULLIF", "TIMESTAMPDIFF", "TRIM"));
        String instead = INSTEAD.get(name);
        return renderer.problems.add(
                call,
                "Function '" + call.getOperator().getName() + "' is not portable.",
                instead != null ? instead : new NearMatches(known).question(name));
    }

    private Rendered extract(SqlCall call, Scope scope) {
        String unit = call.operand(0).toString().toUpperCase(Locale.ROOT);
        Rendered from = expressions.render(call.operand(1), scope);
        boolean clock = unit.equals("HOUR") || unit.equals("MINUTE") || unit.equals("SECOND");
        SqlForm form = switch (unit) {
            case "YEAR" -> SqlForm.EXTRACT_YEAR;
            case "MONTH" -> SqlForm.EXTRACT_MONTH;
            case "DAY" -> SqlForm.EXTRACT_DAY;
            case "HOUR" -> SqlForm.EXTRACT_HOUR;
            case "MINUTE" -> SqlForm.EXTRACT_MINUTE;
            case "SECOND" -> SqlForm.EXTRACT_SECOND;
            default -> null;
        };
        if (form == null) {
            return renderer.problems.add(
                    call.operand(0),
                    "EXTRACT of '" + unit + "' is not portable.",
                    "YEAR, MONTH, DAY, HOUR, MINUTE and SECOND are.");
        }
        boolean fits = from.kind() == Kind.TIMESTAMP
                || from.kind() == Kind.UNKNOWN
                || from.kind() == Kind.NULL
                || from.kind() == (clock ? Kind.TIME : Kind.DATE);
        return fits
                ? renderer.form(call, form, Kind.INTEGER, from).notNull(from.notNull())
                : renderer.wrongKind(
                        call.operand(1),
                        "What " + unit + " is extracted from",
                        from.kind(),
                        clock ? "time or timestamp" : "date or timestamp",
                        null);
    }

    private Rendered between(SqlCall call, Scope scope) {
        String unit = call.operand(0).toString().toUpperCase(Locale.ROOT);
        if (!unit.equals("DAY")) {
            return renderer.problems.add(
                    call.operand(0),
                    "TIMESTAMPDIFF in '" + unit + "' is not portable.",
                    "Whole days between dates are.");
        }
        return renderer.form(
                call, SqlForm.DAYS_BETWEEN, Kind.INTEGER, date(call.operand(1), scope), date(call.operand(2), scope));
    }

    private Rendered date(SqlNode node, Scope scope) {
        Rendered value = expressions.render(node, scope);
        return value.kind() == Kind.DATE || value.isBroken()
                ? value
                : renderer.wrongKind(
                        node, "An operand of TIMESTAMPDIFF", value.kind(), "date", "Write CAST(x AS DATE).");
    }

    private Rendered trim(SqlCall call, Scope scope) {
        Object side = ((SqlLiteral) call.operand(0)).getValue();
        String removed = Literals.string(call.operand(1));
        if (removed == null || removed.codePointCount(0, removed.length()) != 1) {
            return renderer.problems.add(
                    call.operand(1), "TRIM must remove one character, written as a string of one character.", null);
        }
        Rendered what = expressions.render(call.operand(1), scope);
        Rendered from = texts.text("TRIM", call.operand(2), expressions.render(call.operand(2), scope));
        SqlForm form = side == SqlTrimFunction.Flag.LEADING
                ? SqlForm.TRIM_LEADING
                : side == SqlTrimFunction.Flag.TRAILING ? SqlForm.TRIM_TRAILING : SqlForm.TRIM_BOTH;
        return renderer.form(call, form, Kind.TEXT, what, from).notNull(from.notNull());
    }

    private Rendered coalesce(SqlCall call, Scope scope) {
        return call.operandCount() < 2
                ? renderer.problems.add(call, "COALESCE must have two or more operands.", null)
                : list("COALESCE", call, scope, Kind.NULL);
    }

    private Rendered nullif(SqlCall call, Scope scope) {
        if (call.operandCount() != 2) {
            return renderer.problems.add(call, "NULLIF must have two operands.", null);
        }
        return list("NULLIF", call, scope, null);
    }

    private Rendered list(String name, SqlCall call, Scope scope, @Nullable Kind start) {
        Kind kind = Kind.NULL;
        Kind first = Kind.NULL;
        boolean notNull = false;
        List<String> written = new ArrayList<>();
        for (SqlNode operand : call.getOperandList()) {
            Rendered value = expressions.render(operand, scope);
            first = written.isEmpty() ? value.kind() : first;
            if (!kind.comparesWith(value.kind())) {
                renderer.problems.add(
                        operand,
                        "One operand of " + name + " is a " + kind + " and another one a " + value.kind() + ".",
                        "Turn one of them into the other's type with CAST.");
            }
            kind = kind.or(value.kind());
            notNull |= value.notNull();
            written.add(value.sql());
        }
        return Rendered.atom(name + "(" + String.join(", ", written) + ")", start == null ? first : kind)
                .notNull(start != null && notNull);
    }
}
