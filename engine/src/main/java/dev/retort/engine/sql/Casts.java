// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.dialect.SqlForm;
import java.util.Locale;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlTypeNameSpec;
import org.jspecify.annotations.Nullable;

/** Writes CAST, for the pairs of types of which all databases have the same idea. */
final class Casts {

    private static final String TYPES = "Portable types are SMALLINT, INTEGER, BIGINT, DECIMAL(p, s), DOUBLE PRECISION,"
            + " VARCHAR, VARCHAR(n), BOOLEAN, DATE and TIMESTAMP.";

    private final Renderer renderer;
    private final Expressions expressions;

    Casts(Renderer renderer, Expressions expressions) {
        this.renderer = renderer;
        this.expressions = expressions;
    }

    Rendered render(SqlCall call, Scope scope) {
        SqlNode node = call.operand(0);
        Rendered value = expressions.render(node, scope);
        if (!(call.operand(1) instanceof SqlDataTypeSpec spec)) {
            return unsupported(call.operand(1));
        }
        SqlTypeNameSpec name = spec.getTypeNameSpec();
        String type = name.getTypeName().getSimple().toUpperCase(Locale.ROOT);
        SqlBasicTypeNameSpec sized = name instanceof SqlBasicTypeNameSpec basic ? basic : null;
        int precision = sized == null ? -1 : sized.getPrecision();
        if (sized != null && sized.getCharSetName() != null) {
            return unsupported(spec);
        }
        Rendered cast = switch (type) {
            case "SMALLINT", "INTEGER", "BIGINT" -> toInteger(call, value, type);
            case "DECIMAL" -> toDecimal(call, value, precision, sized == null ? 0 : sized.getScale());
            case "DOUBLE", "FLOAT" -> toFloat(call, value);
            case "VARCHAR", "TEXT" -> toText(call, value, precision);
            case "BOOLEAN" -> toBoolean(call, value);
            case "DATE" -> toDate(call, value);
            case "TIMESTAMP" ->
                spec.toString().contains("ZONE") || precision >= 0 ? unsupported(spec) : toTimestamp(call, value);
            default -> unsupported(spec);
        };
        checkLiteral(node, type);
        return cast.notNull(value.notNull());
    }

    private Rendered unsupported(SqlNode spec) {
        return renderer.problems.add(spec, "CAST to '" + spec + "' is not portable.", TYPES);
    }

    private Rendered toInteger(SqlCall call, Rendered value, String type) {
        SqlForm form = switch (value.kind()) {
            case INTEGER, NULL, UNKNOWN -> SqlForm.CAST_INTEGER_TO_INTEGER;
            case DECIMAL -> SqlForm.CAST_DECIMAL_TO_INTEGER;
            case FLOAT -> SqlForm.CAST_FLOAT_TO_INTEGER;
            case TEXT -> SqlForm.CAST_TEXT_TO_INTEGER;
            case BOOLEAN -> SqlForm.CAST_BOOLEAN_TO_INTEGER;
            default -> null;
        };
        return form(call, form, Kind.INTEGER, value, Rendered.atom(type, Kind.OTHER));
    }

    private Rendered toDecimal(SqlCall call, Rendered value, int precision, int scale) {
        if (precision < 0) {
            return renderer.problems.add(
                    call.operand(1),
                    "DECIMAL without a precision means another one on each database.",
                    "Write DECIMAL(p, s).");
        }
        SqlForm form = value.kind().isNumber() || value.kind() == Kind.NULL || value.kind() == Kind.UNKNOWN
                ? SqlForm.CAST_NUMBER_TO_DECIMAL
                : value.kind() == Kind.TEXT ? SqlForm.CAST_TEXT_TO_DECIMAL : null;
        return form(
                call,
                form,
                Kind.DECIMAL,
                value,
                Rendered.atom(Integer.toString(precision), Kind.OTHER),
                Rendered.atom(Integer.toString(Math.max(0, scale)), Kind.OTHER));
    }

    private Rendered toFloat(SqlCall call, Rendered value) {
        SqlForm form = value.kind().isNumber() || value.kind() == Kind.NULL || value.kind() == Kind.UNKNOWN
                ? SqlForm.CAST_NUMBER_TO_FLOAT
                : value.kind() == Kind.TEXT ? SqlForm.CAST_TEXT_TO_FLOAT : null;
        return form(call, form, Kind.FLOAT, value);
    }

    private Rendered toText(SqlCall call, Rendered value, int length) {
        Rendered text = switch (value.kind()) {
            case TEXT -> value;
            case NULL, UNKNOWN -> form(call, SqlForm.CAST_TEXT_TO_TEXT, Kind.TEXT, value);
            case INTEGER -> form(call, SqlForm.CAST_INTEGER_TO_TEXT, Kind.TEXT, value);
            case DATE -> form(call, SqlForm.CAST_DATE_TO_TEXT, Kind.TEXT, value);
            default -> form(call, null, Kind.TEXT, value);
        };
        return length < 0
                ? text
                : form(
                        call,
                        SqlForm.CAST_TEXT_TO_VARCHAR,
                        Kind.TEXT,
                        text,
                        Rendered.atom(Integer.toString(length), Kind.OTHER));
    }

    private Rendered toBoolean(SqlCall call, Rendered value) {
        return switch (value.kind()) {
            case BOOLEAN, NULL, UNKNOWN -> value.as(Kind.BOOLEAN);
            case INTEGER -> form(call, SqlForm.CAST_INTEGER_TO_BOOLEAN, Kind.BOOLEAN, value);
            default -> form(call, null, Kind.BOOLEAN, value);
        };
    }

    private Rendered toDate(SqlCall call, Rendered value) {
        return switch (value.kind()) {
            case DATE -> value;
            case TEXT, NULL, UNKNOWN -> form(call, SqlForm.CAST_TEXT_TO_DATE, Kind.DATE, value);
            case TIMESTAMP -> form(call, SqlForm.CAST_TIMESTAMP_TO_DATE, Kind.DATE, value);
            default -> form(call, null, Kind.DATE, value);
        };
    }

    private Rendered toTimestamp(SqlCall call, Rendered value) {
        return switch (value.kind()) {
            case TIMESTAMP -> value;
            case TEXT, NULL, UNKNOWN -> form(call, SqlForm.CAST_TEXT_TO_TIMESTAMP, Kind.TIMESTAMP, value);
            case DATE -> form(call, SqlForm.CAST_DATE_TO_TIMESTAMP, Kind.TIMESTAMP, value);
            default -> form(call, null, Kind.TIMESTAMP, value);
        };
    }

    private Rendered form(SqlCall call, @Nullable SqlForm form, Kind kind, Rendered... operands) {
        if (operands[0].isBroken()) {
            return operands[0];
        }
        return form != null
                ? renderer.form(call, form, kind, operands)
                : renderer.problems.add(
                        call,
                        "A " + operands[0].kind() + " has no portable CAST to " + call.operand(1) + ".",
                        operands[0].kind() == Kind.BOOLEAN || kind == Kind.BOOLEAN ? "Write it with CASE." : null);
    }

    /** A text that is written down can be looked at. */
    private void checkLiteral(SqlNode node, String type) {
        String text = Literals.string(node);
        if (text == null) {
            return;
        }
        String form = switch (type) {
            case "SMALLINT", "INTEGER", "BIGINT" -> "[+-]?\\d+";
            case "DECIMAL", "DOUBLE", "FLOAT" -> "[+-]?\\d+(\\.\\d+)?";
            case "DATE" -> "\\d{4}-\\d\\d-\\d\\d";
            case "TIMESTAMP" -> "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d";
            default -> ".*";
        };
        if (!text.matches("(?s)" + form)) {
            renderer.problems.add(
                    node, "'" + text + "' cannot be turned into " + type + " in the same way everywhere.", null);
        }
    }
}
