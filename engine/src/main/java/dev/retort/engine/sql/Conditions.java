// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.dialect.SqlForm;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlBetweenOperator;
import org.apache.calcite.sql.fun.SqlCase;

/** Writes what is true, false or unknown. */
final class Conditions {

    private final Renderer renderer;
    private final Expressions expressions;
    private final Patterns patterns;

    Conditions(Renderer renderer, Expressions expressions) {
        this.renderer = renderer;
        this.expressions = expressions;
        this.patterns = new Patterns(renderer, expressions);
    }

    Rendered render(SqlCall call, Scope scope) {
        return switch (call.getKind()) {
            case AND -> junction(call, " AND ", Level.AND, scope);
            case OR -> junction(call, " OR ", Level.OR, scope);
            case NOT -> {
                Rendered operand = expressions.condition(call.operand(0), scope, "The operand of NOT");
                yield truth("NOT " + operand.within(Level.ATOM), Level.AND);
            }
            case IS_NULL, IS_NOT_NULL -> {
                Rendered operand = expressions.render(call.operand(0), scope);
                yield postfix(operand, call.getKind() == SqlKind.IS_NULL ? " IS NULL" : " IS NOT NULL");
            }
            case IS_TRUE, IS_NOT_TRUE, IS_FALSE, IS_NOT_FALSE -> {
                String test = call.getOperator().getName();
                yield postfix(expressions.condition(call.operand(0), scope, "The operand of " + test), " " + test);
            }
            case IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM -> {
                Rendered left = expressions.render(call.operand(0), scope);
                Rendered right = comparable(call.operand(1), left, expressions.render(call.operand(1), scope));
                SqlForm form =
                        call.getKind() == SqlKind.IS_DISTINCT_FROM ? SqlForm.DISTINCT_FROM : SqlForm.NOT_DISTINCT_FROM;
                yield renderer.form(call, form, Kind.BOOLEAN, left, right).at(Level.COMPARISON);
            }
            case IN, NOT_IN -> in(call, scope);
            case BETWEEN -> between(call, scope);
            case LIKE -> patterns.like(call, scope);
            case EXISTS ->
                Rendered.atom(
                        "EXISTS ("
                                + renderer.queries
                                        .render(call.operand(0), scope, false)
                                        .sql() + ")",
                        Kind.BOOLEAN);
            default -> comparison(call, scope);
        };
    }

    private static Rendered truth(String sql, Level level) {
        return new Rendered(sql, level, Kind.BOOLEAN);
    }

    private static Rendered postfix(Rendered operand, String test) {
        return truth(operand.within(Level.ATOM) + test, Level.COMPARISON).notNull(true);
    }

    private Rendered junction(SqlCall call, String operator, Level level, Scope scope) {
        Rendered left = expressions.condition(call.operand(0), scope, "An operand of" + operator.stripTrailing());
        Rendered right = expressions.condition(call.operand(1), scope, "An operand of" + operator.stripTrailing());
        boolean same = call.operand(0).getKind() == call.getKind();
        return truth(left.within(same ? level : Level.COMPARISON) + operator + right.within(Level.COMPARISON), level);
    }

    private Rendered comparison(SqlCall call, Scope scope) {
        Rendered left = expressions.render(call.operand(0), scope);
        Rendered right = comparable(call.operand(1), left, expressions.render(call.operand(1), scope));
        String operator =
                call.getKind() == SqlKind.NOT_EQUALS ? "<>" : call.getOperator().getName();
        return truth(left.within(Level.SUM) + " " + operator + " " + right.within(Level.SUM), Level.COMPARISON)
                .notNull(left.notNull() && right.notNull());
    }

    /** Checks that a value can be compared with another one. */
    private Rendered comparable(SqlNode node, Rendered left, Rendered right) {
        if (left.kind().comparesWith(right.kind())) {
            return right;
        }
        boolean temporal = left.kind() == Kind.DATE || left.kind() == Kind.TIMESTAMP || left.kind() == Kind.TIME;
        return renderer.problems.add(
                node,
                "A " + left.kind() + " is compared with a " + right.kind() + ", which databases do differently.",
                temporal && right.kind() == Kind.TEXT
                        ? "Write DATE '2026-01-31', TIME '23:59:59' or TIMESTAMP '2026-01-31 23:59:59'."
                        : left.kind() == Kind.BOOLEAN || right.kind() == Kind.BOOLEAN
                                ? "Write TRUE or FALSE."
                                : "Turn one of them into the other's type with CAST.");
    }

    private Rendered in(SqlCall call, Scope scope) {
        Rendered left = expressions.render(call.operand(0), scope);
        SqlNode right = call.operand(1);
        String operator = call.getKind() == SqlKind.IN ? " IN (" : " NOT IN (";
        if (right instanceof SqlNodeList list) {
            List<String> items = new ArrayList<>();
            for (SqlNode item : list) {
                items.add(
                        comparable(item, left, expressions.render(item, scope)).sql());
            }
            return truth(left.within(Level.SUM) + operator + String.join(", ", items) + ")", Level.COMPARISON);
        }
        Queries.Query query = renderer.queries.render(right, scope, false);
        List<Queries.Output> outputs = query.outputs();
        if (outputs != null && outputs.size() == 1) {
            comparable(right, left, outputs.get(0).value());
        } else if (outputs != null) {
            return renderer.problems.add(
                    right, "The query of IN must have one column, but has " + outputs.size() + ".", "Use EXISTS.");
        }
        return truth(left.within(Level.SUM) + operator + query.sql() + ")", Level.COMPARISON);
    }

    private Rendered between(SqlCall call, Scope scope) {
        SqlBetweenOperator operator = (SqlBetweenOperator) call.getOperator();
        if (operator.flag == SqlBetweenOperator.Flag.SYMMETRIC) {
            return renderer.problems.add(call, "'BETWEEN SYMMETRIC' is not portable.", "Write both orders with OR.");
        }
        Rendered value = expressions.render(call.operand(0), scope);
        Rendered low = comparable(call.operand(1), value, expressions.render(call.operand(1), scope));
        Rendered high = comparable(call.operand(2), value, expressions.render(call.operand(2), scope));
        return truth(
                value.within(Level.SUM) + (operator.isNegated() ? " NOT BETWEEN " : " BETWEEN ") + low.within(Level.SUM)
                        + " AND " + high.within(Level.SUM),
                Level.LOOSE);
    }

    Rendered branches(SqlCase branches, Scope scope) {
        StringBuilder sql = new StringBuilder("CASE");
        Kind kind = Kind.NULL;
        for (int i = 0; i < branches.getWhenOperands().size(); i++) {
            SqlNode when = branches.getWhenOperands().get(i);
            SqlNode then = branches.getThenOperands().get(i);
            sql.append(" WHEN ")
                    .append(expressions
                            .condition(when, scope, "What follows WHEN")
                            .sql());
            Rendered value = expressions.render(then, scope);
            kind = together(then, kind, value.kind());
            sql.append(" THEN ").append(value.sql());
        }
        SqlNode otherwise = branches.getElseOperand();
        if (otherwise != null) {
            Rendered value = expressions.render(otherwise, scope);
            kind = together(otherwise, kind, value.kind());
            sql.append(" ELSE ").append(value.sql());
        }
        return Rendered.atom(sql.append(" END").toString(), kind);
    }

    /** The kind of a value that is one of several, with a finding if they do not fit. */
    Kind together(SqlNode where, Kind before, Kind next) {
        if (!before.comparesWith(next)) {
            renderer.problems.add(
                    where,
                    "One value is a " + before + " and another one a " + next + ", which databases unite differently.",
                    "Turn one of them into the other's type with CAST.");
        }
        return before.or(next);
    }
}
