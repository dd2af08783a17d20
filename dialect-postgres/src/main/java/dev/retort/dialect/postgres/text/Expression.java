// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of SQL, as far as equal ones must be told. */
sealed interface Expression {

    /** A column, or something dotted: each part as it was meant. */
    record Name(List<String> parts) implements Expression {}

    /** A string literal by its value. */
    record Text(String value) implements Expression {}

    /** A number with its sign. */
    record Number(String digits) implements Expression {}

    /** Words that stand as they are: keywords such as CURRENT_TIMESTAMP, subqueries, whatever has no form here. */
    record Words(String sql) implements Expression {}

    record Prefix(String operator, Expression operand) implements Expression {}

    record Postfix(Expression operand, String operator) implements Expression {}

    record Infix(String operator, Expression left, Expression right) implements Expression {}

    /** A call; the name is written as it is, {@code tail} is what follows it, such as OVER. */
    record Call(String function, String lead, List<Expression> arguments, String tail) implements Expression {}

    record Cast(Expression operand, String type) implements Expression {}

    /** {@code IN} with a list of values. */
    record Among(Expression operand, boolean negated, List<Expression> values) implements Expression {}

    record Row(List<Expression> values) implements Expression {}

    record Array(List<Expression> values) implements Expression {}

    record Subscript(Expression operand, String index) implements Expression {}

    record Case(
            @Nullable Expression operand,
            List<Expression> whens,
            List<Expression> thens,
            @Nullable Expression other) implements Expression {}
}
