// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import dev.retort.dialect.postgres.text.Expression.Cast;
import dev.retort.dialect.postgres.text.Expression.Infix;
import dev.retort.dialect.postgres.text.Expression.Name;
import dev.retort.dialect.postgres.text.Expression.Number;
import dev.retort.dialect.postgres.text.Expression.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes away the casts that PostgreSQL adds when it writes what it has understood. */
final class Simplifier {

    private static final Set<String> STRINGS = Set.of("text", "character varying", "bpchar", "character", "name");
    /** Those of which a cast changes no character. */
    private static final Set<String> PLAIN_STRINGS = Set.of("text", "character varying");

    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
    private static final Set<String> FRACTIONS = Set.of("numeric", "double precision", "real");
    private static final Set<String> COMPARISONS =
            Set.of("=", "<>", "<", ">", "<=", ">=", "IS DISTINCT FROM", "IS NOT DISTINCT FROM");
    private static final Set<String> CONTAINMENTS = Set.of("@>", "<@", "&&");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d*)?|-?\\.\\d+");
    private static final Pattern ANY_TYPE = Pattern.compile("(to_json|json|array_|row_to|format|pg_typeof|anyarray).*");

    private final Columns columns;

    Simplifier(Columns columns) {
        this.columns = columns;
    }

    Expression simple(Expression expression) {
        if (expression instanceof Name name) {
            return new Name(columns.shortest(name.parts()));
        }
        if (expression instanceof Infix infix) {
            return infix(infix);
        }
        if (expression instanceof Cast cast) {
            return cast(simple(cast.operand()), cast.type());
        }
        if (expression instanceof Expression.Prefix prefix) {
            Expression operand = simple(prefix.operand());
            boolean minus = prefix.operator().equals("-") && operand instanceof Number;
            return minus && !((Number) operand).digits().startsWith("-")
                    ? new Number("-" + ((Number) operand).digits())
                    : new Expression.Prefix(prefix.operator(), operand);
        }
        if (expression instanceof Expression.Postfix postfix) {
            return new Expression.Postfix(simple(postfix.operand()), postfix.operator());
        }
        if (expression instanceof Expression.Among among) {
            Expression operand = readable(simple(among.operand()));
            return new Expression.Among(
                    operand,
                    among.negated(),
                    among.values().stream()
                            .map(value -> beside(readable(simple(value)), operand, "="))
                            .toList());
        }
        return nested(expression);
    }

    /** Where a text needs no cast to be one, such as in a list of results, whose columns have the types that are said. */
    Expression operand(Expression expression) {
        Expression simple = simple(expression);
        boolean said = simple instanceof Cast cast
                && !(cast.operand() instanceof Text && cast.type().equals("text"));
        return said ? simple : readable(simple);
    }

    private Expression nested(Expression expression) {
        if (expression instanceof Expression.Call call) {
            return call(call);
        }
        if (expression instanceof Expression.Row row) {
            return new Expression.Row(row.values().stream().map(this::simple).toList());
        }
        if (expression instanceof Expression.Array array) {
            return new Expression.Array(
                    array.values().stream().map(this::simple).toList());
        }
        if (expression instanceof Expression.Subscript subscript) {
            return new Expression.Subscript(simple(subscript.operand()), subscript.index());
        }
        if (expression instanceof Expression.Case choice) {
            Expression operand = choice.operand();
            Expression other = choice.other();
            Expression simpleOperand = operand == null ? null : readable(simple(operand));
            return new Expression.Case(
                    simpleOperand,
                    choice.whens().stream()
                            .map(when -> {
                                Expression value = simple(when);
                                return simpleOperand == null ? value : beside(readable(value), simpleOperand, "=");
                            })
                            .toList(),
                    choice.thens().stream().map(then -> readable(simple(then))).toList(),
                    other == null ? null : readable(simple(other)));
        }
        return expression;
    }

    private Expression call(Expression.Call call) {
        String name = call.function();
        boolean any = ANY_TYPE.matcher(name.toLowerCase(Locale.ROOT)).matches();
        List<Expression> arguments = call.arguments().stream()
                .map(this::simple)
                .map(argument -> any ? argument : readable(argument))
                .toList();
        boolean extract = columns.extractsByDatePart() && name.equals("date_part") && arguments.size() == 2;
        if (extract && arguments.get(0) instanceof Text field) {
            String lead = Names.quoted(field.value()) + " FROM ";
            return new Expression.Call("EXTRACT", lead, arguments.subList(1, 2), call.tail());
        }
        return new Expression.Call(name, call.lead(), arguments, call.tail());
    }

    private Expression infix(Infix infix) {
        String operator = infix.operator();
        Expression left = readable(simple(infix.left()));
        Expression right = readable(simple(infix.right()));
        boolean rows = (operator.equals("=") || operator.equals("<>"))
                && left instanceof Expression.Row one
                && right instanceof Expression.Row two
                && one.values().size() == two.values().size();
        if (rows) {
            return pairs(operator, ((Expression.Row) left).values(), ((Expression.Row) right).values());
        }
        return new Infix(operator, beside(left, right, operator), beside(right, left, operator));
    }

    /** Rows are compared column by column. */
    private Expression pairs(String operator, List<Expression> left, List<Expression> right) {
        Expression all = null;
        for (int i = 0; i < left.size(); i++) {
            Expression pair = infix(new Infix(operator, left.get(i), right.get(i)));
            all = all == null ? pair : new Infix(operator.equals("=") ? "AND" : "OR", all, pair);
        }
        return all == null ? new Expression.Words("TRUE") : all;
    }

    /** A cast of a constant that says no more than its digits. */
    private static Expression cast(Expression operand, String type) {
        if (operand instanceof Text text && NUMBER.matcher(text.value()).matches()) {
            boolean whole = text.value().indexOf('.') < 0;
            if (type.equals("integer") && whole) {
                return new Number(text.value());
            }
            if (type.equals("numeric") && (!whole || !fits(text.value(), Long.SIZE))) {
                return new Number(text.value());
            }
            if (type.equals("bigint") && whole && !fits(text.value(), Integer.SIZE)) {
                return new Number(text.value());
            }
        }
        // A dump that was restored has constants that are cast to varying characters and then to texts.
        boolean twice = PLAIN_STRINGS.contains(type)
                && operand instanceof Cast inner
                && PLAIN_STRINGS.contains(inner.type())
                && inner.operand() instanceof Text;
        if (twice) {
            return new Cast(((Cast) operand).operand(), type);
        }
        boolean span = type.equals("interval") && operand instanceof Text;
        return new Cast(span ? new Text(IntervalText.canonical(((Text) operand).value())) : operand, type);
    }

    private static boolean fits(String digits, int bits) {
        BigDecimal value = new BigDecimal(digits);
        return value.scale() <= 0 && value.toBigInteger().bitLength() < bits;
    }

    /** Without a cast between types of characters, where the operand has one of them anyway. */
    private Expression readable(Expression expression) {
        if (!(expression instanceof Cast cast) || !STRINGS.contains(base(cast.type()))) {
            return expression;
        }
        if (cast.operand() instanceof Text) {
            return cast.type().indexOf('(') < 0 ? cast.operand() : expression;
        }
        if (cast.type().equals("text") && cast.operand() instanceof Name name) {
            String type = columns.type(name.parts());
            return type != null && STRINGS.contains(base(type)) ? cast.operand() : expression;
        }
        return expression;
    }

    private static String base(String type) {
        int parenthesis = type.indexOf('(');
        return parenthesis < 0 ? type : type.substring(0, parenthesis);
    }

    /** An operand without the cast that the other operand brings about. */
    private Expression beside(Expression one, Expression other, String operator) {
        boolean comparison = COMPARISONS.contains(operator);
        if (!(one instanceof Cast cast)) {
            return one;
        }
        String type = base(cast.type());
        boolean sameType = comparison || CONTAINMENTS.contains(operator);
        if (sameType && cast.operand() instanceof Text && other instanceof Name name) {
            return cast.type().equals(typeWithoutModifier(name)) ? cast.operand() : one;
        }
        boolean numeric = INTEGERS.contains(type) || FRACTIONS.contains(type);
        boolean constant = cast.operand() instanceof Number;
        boolean column = cast.operand() instanceof Name name && isNumber(columns.type(name.parts()));
        if (!numeric || !(constant || column)) {
            return one;
        }
        if (comparison) {
            return constant || FRACTIONS.contains(type) ? cast.operand() : one;
        }
        if (operator.equals("^") && constant) {
            // Whole numbers are raised as floating point numbers.
            return type.equals("double precision") ? cast.operand() : one;
        }
        return ARITHMETIC.contains(operator) && FRACTIONS.contains(type) && isFraction(other) ? cast.operand() : one;
    }

    private @Nullable String typeWithoutModifier(Name name) {
        String type = columns.type(name.parts());
        return type == null ? null : type.replaceAll("\\(\\d+(,\\d+)?\\)", "");
    }

    private static boolean isNumber(@Nullable String type) {
        return type != null && (INTEGERS.contains(base(type)) || FRACTIONS.contains(base(type)));
    }

    private boolean isFraction(Expression expression) {
        if (expression instanceof Number number) {
            return number.digits().indexOf('.') >= 0;
        }
        if (expression instanceof Name name) {
            String type = columns.type(name.parts());
            return type != null && FRACTIONS.contains(base(type));
        }
        return false;
    }
}
