// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelectKeyword;

/** Writes functions of many rows. */
final class Aggregates {

    static final Set<String> NAMES = Set.of("AVG", "COUNT", "MAX", "MIN", "SUM");

    private final Renderer renderer;
    private final Expressions expressions;

    Aggregates(Renderer renderer, Expressions expressions) {
        this.renderer = renderer;
        this.expressions = expressions;
    }

    Rendered render(String name, SqlCall call, Scope scope) {
        if (!scope.aggregates) {
            return renderer.problems.add(call, name + " cannot stand here, where there is one row.", null);
        }
        if (call.operandCount() != 1) {
            return renderer.problems.add(
                    call, name + " must have 1 operand, but has " + call.operandCount() + ".", null);
        }
        SqlNode node = call.operand(0);
        if (node instanceof SqlIdentifier star && star.isStar() && star.names.size() == 1) {
            return name.equals("COUNT")
                    ? Rendered.atom("COUNT(*)", Kind.INTEGER).notNull(true)
                    : renderer.problems.add(node, name + " cannot have '*' as its operand.", null);
        }
        scope.aggregates = false;
        Rendered value = expressions.render(node, scope);
        scope.aggregates = true;
        boolean sum = name.equals("SUM") || name.equals("AVG");
        if (sum && !value.kind().isNumber() && value.kind() != Kind.UNKNOWN) {
            return renderer.wrongKind(node, "The operand of " + name, value.kind(), "number", null);
        }
        if (!name.equals("COUNT") && (value.kind() == Kind.BOOLEAN || value.kind() == Kind.OTHER)) {
            return renderer.problems.add(node, name + " of a " + value.kind() + " is not portable.", null);
        }
        Kind kind = switch (name) {
            case "COUNT" -> Kind.INTEGER;
            case "AVG" -> value.kind() == Kind.INTEGER ? Kind.DECIMAL : value.kind();
            default -> value.kind();
        };
        SqlLiteral quantifier = call.getFunctionQuantifier();
        boolean distinct = quantifier != null && quantifier.getValue() == SqlSelectKeyword.DISTINCT;
        return Rendered.atom(name + "(" + (distinct ? "DISTINCT " : "") + value.sql() + ")", kind)
                .notNull(name.equals("COUNT"));
    }
}
