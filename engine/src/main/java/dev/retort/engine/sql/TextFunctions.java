// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.dialect.SqlForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;

/** Writes functions of text. */
final class TextFunctions {

    private static final Map<String, String> SIGNATURES = Map.of(
            "UPPER", "t",
            "LOWER", "t",
            "CHAR_LENGTH", "t",
            "CHARACTER_LENGTH", "t",
            "POSITION", "tt",
            "REPLACE", "ttt",
            "LEFT", "ti",
            "RIGHT", "ti",
            "SUBSTRING", "tii");
    static final Set<String> NAMES = SIGNATURES.keySet();

    private final Renderer renderer;

    TextFunctions(Renderer renderer) {
        this.renderer = renderer;
    }

    Rendered render(String name, SqlCall call, List<Rendered> arguments) {
        String signature = SIGNATURES.getOrDefault(name, "");
        int count = arguments.size();
        boolean shorter = name.equals("SUBSTRING") && count == 2;
        if (count != signature.length() && !shorter) {
            return renderer.problems.add(
                    call, name + " must have " + signature.length() + " operands, but has " + count + ".", null);
        }
        boolean notNull = true;
        for (int i = 0; i < count; i++) {
            Rendered argument = arguments.get(i);
            Rendered checked = signature.charAt(i) == 't'
                    ? text(name, call.operand(i), argument)
                    : integer(name, call.operand(i), argument);
            if (checked.isBroken()) {
                return checked;
            }
            notNull &= argument.notNull();
        }
        Rendered[] all = arguments.toArray(Rendered[]::new);
        Rendered written = switch (name) {
            case "UPPER" -> renderer.form(call, SqlForm.UPPER, Kind.TEXT, all);
            case "LOWER" -> renderer.form(call, SqlForm.LOWER, Kind.TEXT, all);
            case "POSITION" -> renderer.form(call, SqlForm.POSITION, Kind.INTEGER, all);
            case "REPLACE" -> replace(call, all);
            case "LEFT" -> renderer.form(call, SqlForm.LEFT, Kind.TEXT, all);
            case "RIGHT" -> renderer.form(call, SqlForm.RIGHT, Kind.TEXT, all);
            case "SUBSTRING" -> substring(call, all);
            default -> renderer.form(call, SqlForm.CHAR_LENGTH, Kind.INTEGER, all);
        };
        return written.notNull(notNull);
    }

    private Rendered replace(SqlCall call, Rendered[] all) {
        return "".equals(Literals.string(call.operand(1)))
                ? renderer.problems.add(call.operand(1), "REPLACE of an empty string differs between databases.", null)
                : renderer.form(call, SqlForm.REPLACE, Kind.TEXT, all);
    }

    private Rendered substring(SqlCall call, Rendered[] all) {
        if (all.length == 2) {
            return renderer.form(call, SqlForm.SUBSTRING, Kind.TEXT, all);
        }
        BigDecimal length = Literals.integer(call.operand(2));
        return length != null && length.signum() < 0
                ? renderer.problems.add(call.operand(2), "The length of a SUBSTRING must not be negative.", null)
                : renderer.form(call, SqlForm.SUBSTRING_FOR, Kind.TEXT, all);
    }

    Rendered text(String name, SqlNode node, Rendered value) {
        return value.kind() == Kind.TEXT || value.kind() == Kind.UNKNOWN || value.kind() == Kind.NULL
                ? value
                : renderer.wrongKind(node, "An operand of " + name, value.kind(), "text", null);
    }

    private Rendered integer(String name, SqlNode node, Rendered value) {
        return value.kind() == Kind.INTEGER || value.kind() == Kind.UNKNOWN || value.kind() == Kind.NULL
                ? value
                : renderer.wrongKind(node, "An operand of " + name, value.kind(), "whole number", null);
    }
}
