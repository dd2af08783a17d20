// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Parses function calls, those with keywords among the arguments included, into one form. */
final class CallParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;

    CallParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Expression call(List<String> names, boolean quoted) {
        List<String> bare = names.size() == 2 && names.get(0).equals("pg_catalog") ? names.subList(1, 2) : names;
        String name = bare.stream().map(Names::quoted).collect(Collectors.joining("."));
        Expression call = arguments(name);
        // PostgreSQL before 14 writes POSITION as a function, whose arguments are the other way round.
        if (quoted
                && name.equals("\"position\"")
                && call instanceof Expression.Call function
                && function.arguments().size() == 2) {
            return position(function.arguments().get(1), function.arguments().get(0));
        }
        return call;
    }

    /** Parses from the opening parenthesis on. */
    Expression arguments(String name) {
        cursor.expect("(");
        String lead = cursor.takes("distinct") ? "DISTINCT " : cursor.takes("variadic") ? "VARIADIC " : "";
        List<Expression> arguments = new ArrayList<>();
        if (cursor.takes("*")) {
            arguments.add(new Expression.Words("*"));
        } else if (!cursor.sees(")")) {
            arguments.addAll(expressions.list());
        }
        cursor.expect(")");
        return new Expression.Call(name, lead, arguments, tail());
    }

    private String tail() {
        StringBuilder tail = new StringBuilder();
        if (cursor.takes("filter", "(")) {
            tail.append(" FILTER (").append(Cursor.joined(cursor.balanced())).append(")");
        }
        if (cursor.takes("over", "(")) {
            tail.append(" OVER (").append(Cursor.joined(cursor.balanced())).append(")");
        } else if (cursor.sees("over") || cursor.sees("within")) {
            throw new Cursor.Unknown(cursor.peek());
        }
        return tail.toString();
    }

    private static Expression position(Expression part, Expression whole) {
        return new Expression.Call("POSITION", "", List.of(new Expression.Infix("IN", part, whole)), "");
    }

    /** A function with keywords between its arguments. */
    Expression standard(String word) {
        cursor.next();
        cursor.expect("(");
        Expression call = switch (word) {
            case "extract" -> extract();
            case "position" -> positioned();
            case "trim" -> trimmed();
            default -> separated('"' + word + '"');
        };
        cursor.expect(")");
        return call;
    }

    private Expression extract() {
        Token field = cursor.next();
        cursor.expect("from");
        String lead = Names.quoted(field.value()) + " FROM ";
        return new Expression.Call("EXTRACT", lead, List.of(expressions.expression()), "");
    }

    private Expression positioned() {
        Expression part = expressions.operand();
        cursor.expect("in");
        return position(part, expressions.operand());
    }

    private Expression trimmed() {
        String name = cursor.takes("leading") ? "ltrim" : cursor.takes("trailing") ? "rtrim" : "btrim";
        cursor.takes("both");
        if (cursor.takes("from")) {
            return new Expression.Call(name, "", expressions.list(), "");
        }
        List<Expression> arguments = new ArrayList<>(expressions.list());
        if (cursor.takes("from")) {
            arguments.add(0, expressions.expression());
        }
        return new Expression.Call(name, "", arguments, "");
    }

    private Expression separated(String name) {
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(expressions.expression());
        } while (cursor.takes(",") || cursor.takes("from") || cursor.takes("for") || cursor.takes("placing"));
        return new Expression.Call(name, "", arguments, "");
    }
}
