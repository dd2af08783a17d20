// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import dev.retort.dialect.postgres.text.Expression.Infix;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes expressions with as few parentheses as the meaning needs. */
final class Printer {

    static final int OR = 1;
    static final int AND = 2;
    static final int NOT = 3;
    static final int IS = 4;
    static final int COMPARISON = 5;
    static final int LIKE = 6;
    static final int OTHER = 7;
    static final int SUM = 8;
    static final int PRODUCT = 9;
    static final int POWER = 10;
    static final int ZONE = 11;
    static final int COLLATE = 12;
    static final int SIGN = 13;
    static final int CAST = 15;
    static final int ATOM = 20;

    private Printer() {}

    static int precedence(String operator) {
        return switch (operator) {
            case "OR" -> OR;
            case "AND" -> AND;
            case "IS DISTINCT FROM", "IS NOT DISTINCT FROM" -> IS;
            case "=", "<>", "<", ">", "<=", ">=" -> COMPARISON;
            case "IN", "LIKE", "NOT LIKE", "ILIKE", "NOT ILIKE", "SIMILAR TO", "NOT SIMILAR TO" -> LIKE;
            case "+", "-" -> SUM;
            case "*", "/", "%" -> PRODUCT;
            case "^" -> POWER;
            case "AT TIME ZONE" -> ZONE;
            case "COLLATE" -> COLLATE;
            default -> OTHER;
        };
    }

    private static int precedence(Expression expression) {
        if (expression instanceof Infix infix) {
            return precedence(infix.operator());
        }
        if (expression instanceof Expression.Prefix prefix) {
            return prefix.operator().equals("NOT") ? NOT : isSign(prefix.operator()) ? SIGN : OTHER;
        }
        if (expression instanceof Expression.Number number) {
            return number.digits().startsWith("-") ? SIGN : ATOM;
        }
        if (expression instanceof Expression.Among) {
            return LIKE;
        }
        if (expression instanceof Expression.Postfix) {
            return IS;
        }
        return expression instanceof Expression.Cast ? CAST : ATOM;
    }

    private static boolean isSign(String operator) {
        return operator.equals("-") || operator.equals("+");
    }

    static String print(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return name.parts().stream()
                    .map(part -> part.equals("*") ? part : Names.quoted(part))
                    .collect(Collectors.joining("."));
        }
        if (expression instanceof Expression.Text text) {
            return "'" + text.value().replace("'", "''") + "'";
        }
        if (expression instanceof Expression.Number number) {
            return number.digits();
        }
        if (expression instanceof Expression.Words words) {
            return words.sql();
        }
        if (expression instanceof Infix infix) {
            return infix(infix);
        }
        if (expression instanceof Expression.Call call) {
            return call.function() + "(" + call.lead() + list(call.arguments()) + ")" + call.tail();
        }
        return special(expression);
    }

    private static String infix(Infix infix) {
        int own = precedence(infix.operator());
        boolean chain = infix.operator().equals("AND") || infix.operator().equals("OR");
        boolean strict = own == COMPARISON || own == LIKE || own == IS;
        String left = within(infix.left(), strict ? own + 1 : own);
        String right = within(infix.right(), chain ? own : own + 1);
        return left + " " + infix.operator() + " " + right;
    }

    private static String special(Expression expression) {
        if (expression instanceof Expression.Prefix prefix) {
            String blank = isSign(prefix.operator()) ? "" : " ";
            int own = precedence(expression);
            return prefix.operator() + blank + within(prefix.operand(), own == SIGN ? own + 1 : own);
        }
        if (expression instanceof Expression.Postfix postfix) {
            return within(postfix.operand(), IS + 1) + " " + postfix.operator();
        }
        if (expression instanceof Expression.Cast cast) {
            return within(cast.operand(), CAST) + "::" + cast.type();
        }
        if (expression instanceof Expression.Among among) {
            return within(among.operand(), LIKE + 1) + (among.negated() ? " NOT IN (" : " IN (") + list(among.values())
                    + ")";
        }
        if (expression instanceof Expression.Row row) {
            return (row.values().size() < 2 ? "ROW(" : "(") + list(row.values()) + ")";
        }
        if (expression instanceof Expression.Array array) {
            return "ARRAY[" + list(array.values()) + "]";
        }
        if (expression instanceof Expression.Subscript subscript) {
            return subscripted(subscript.operand()) + "[" + subscript.index() + "]";
        }
        return choice((Expression.Case) expression);
    }

    /** Only a name takes a subscript without parentheses. */
    private static String subscripted(Expression operand) {
        String sql = print(operand);
        boolean bare = operand instanceof Expression.Name
                || operand instanceof Expression.Subscript
                || (operand instanceof Expression.Words && (sql.startsWith("(") || sql.startsWith("$")));
        return bare ? sql : "(" + sql + ")";
    }

    private static String choice(Expression.Case choice) {
        StringBuilder sql = new StringBuilder("CASE");
        @Nullable Expression operand = choice.operand();
        if (operand != null) {
            sql.append(' ').append(print(operand));
        }
        for (int i = 0; i < choice.whens().size(); i++) {
            sql.append(" WHEN ").append(print(choice.whens().get(i)));
            sql.append(" THEN ").append(print(choice.thens().get(i)));
        }
        @Nullable Expression other = choice.other();
        if (other != null) {
            sql.append(" ELSE ").append(print(other));
        }
        return sql.append(" END").toString();
    }

    static String list(List<Expression> values) {
        return values.stream().map(Printer::print).collect(Collectors.joining(", "));
    }

    private static String within(Expression expression, int least) {
        String sql = print(expression);
        return precedence(expression) < least ? "(" + sql + ")" : sql;
    }
}
