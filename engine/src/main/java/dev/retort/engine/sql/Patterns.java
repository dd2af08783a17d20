// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.dialect.SqlForm;
import dev.retort.schema.Literal;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlLikeOperator;
import org.jspecify.annotations.Nullable;

/** Writes LIKE, which regards case. */
final class Patterns {

    private final Renderer renderer;
    private final Expressions expressions;

    Patterns(Renderer renderer, Expressions expressions) {
        this.renderer = renderer;
        this.expressions = expressions;
    }

    Rendered like(SqlCall call, Scope scope) {
        SqlLikeOperator operator = (SqlLikeOperator) call.getOperator();
        if (!operator.isCaseSensitive()) {
            return renderer.problems.add(call, "'ILIKE' is not portable.", "Write LOWER(x) LIKE 'abc%'.");
        }
        Rendered value = text(call.operand(0), scope);
        Rendered pattern = text(call.operand(1), scope);
        String characters = Literals.string(call.operand(1));
        SqlNode escapeNode = call.operandCount() > 2 ? call.operand(2) : null;
        String escape = escapeNode == null ? null : Literals.string(escapeNode);
        if (escapeNode != null && (escape == null || escape.codePointCount(0, escape.length()) != 1)) {
            return renderer.problems.add(escapeNode, "What follows ESCAPE must be a string of one character.", null);
        }
        if (escape != null && characters != null && !isWellEscaped(characters, escape)) {
            return renderer.problems.add(
                    call.operand(1), "In a pattern, '" + escape + "' must stand before '%', '_' or itself.", null);
        }
        Rendered like;
        if (renderer.target.has(SqlForm.GLOB)) {
            if (characters == null) {
                return value.isBroken() || pattern.isBroken()
                        ? Rendered.broken()
                        : renderer.form(call, SqlForm.LIKE, Kind.BOOLEAN);
            }
            String glob = renderer.target.literal(new Literal.Text(glob(characters, escape)));
            like = renderer.form(call, SqlForm.GLOB, Kind.BOOLEAN, value, Rendered.atom(glob, Kind.TEXT));
        } else if (escape == null) {
            like = renderer.form(call, SqlForm.LIKE, Kind.BOOLEAN, value, pattern);
        } else {
            Rendered character = Rendered.atom(renderer.target.literal(new Literal.Text(escape)), Kind.TEXT);
            like = renderer.form(call, SqlForm.LIKE_ESCAPE, Kind.BOOLEAN, value, pattern, character);
        }
        like = like.at(Level.COMPARISON);
        return operator.isNegated() ? new Rendered("NOT (" + like.sql() + ")", Level.AND, Kind.BOOLEAN) : like;
    }

    private Rendered text(SqlNode node, Scope scope) {
        Rendered value = expressions.render(node, scope);
        return value.kind() == Kind.TEXT || value.kind() == Kind.UNKNOWN || value.kind() == Kind.NULL
                ? value
                : renderer.wrongKind(node, "An operand of LIKE", value.kind(), "text", null);
    }

    private static boolean isWellEscaped(String pattern, String escape) {
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.startsWith(escape, i)) {
                i += escape.length();
                if (i >= pattern.length() || !(pattern.startsWith(escape, i) || "%_".indexOf(pattern.charAt(i)) >= 0)) {
                    return false;
                }
                i += pattern.startsWith(escape, i) ? escape.length() - 1 : 0;
            }
        }
        return true;
    }

    static String glob(String pattern, @Nullable String escape) {
        StringBuilder glob = new StringBuilder();
        boolean escaped = false;
        for (int code : pattern.codePoints().toArray()) {
            String character = Character.toString(code);
            if (!escaped && character.equals(escape)) {
                escaped = true;
                continue;
            }
            if (!escaped && code == '%') {
                glob.append('*');
            } else if (!escaped && code == '_') {
                glob.append('?');
            } else if (code == '*' || code == '?' || code == '[') {
                glob.append('[').append(character).append(']');
            } else {
                glob.append(character);
            }
            escaped = false;
        }
        return glob.toString();
    }
}
