// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import dev.retort.dialect.postgres.text.Expression.Infix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parses expressions by precedence.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-PRECEDENCE">Operator Precedence</a>
 */
final class ExpressionParser {

    private static final Map<String, String> SPELLINGS =
            Map.of("!=", "<>", "~~", "LIKE", "!~~", "NOT LIKE", "~~*", "ILIKE", "!~~*", "NOT ILIKE");
    private static final Set<String> TESTS = Set.of("null", "true", "false", "unknown", "document", "normalized");

    private final Cursor cursor;
    private final PrimaryParser primaries;

    ExpressionParser(Cursor cursor) {
        this.cursor = cursor;
        this.primaries = new PrimaryParser(cursor, this);
    }

    /** A whole text as one expression. */
    static Expression parse(String sql) {
        Cursor cursor = new Cursor(Lexer.tokens(sql));
        Expression expression = new ExpressionParser(cursor).expression();
        if (!cursor.isAtEnd()) {
            throw new Cursor.Unknown(cursor.peek());
        }
        return expression;
    }

    Expression expression() {
        return expression(Printer.OR);
    }

    /** An expression that binds closer than LIKE and IN. */
    Expression operand() {
        return expression(Printer.OTHER);
    }

    List<Expression> list() {
        List<Expression> values = new ArrayList<>();
        do {
            values.add(expression());
        } while (cursor.takes(","));
        return values;
    }

    private Expression expression(int least) {
        Expression left = prefix();
        while (true) {
            Expression more = more(left, least);
            if (more == null) {
                return left;
            }
            left = more;
        }
    }

    private Expression prefix() {
        if (cursor.takes("not")) {
            return new Expression.Prefix("NOT", expression(Printer.NOT));
        }
        if (cursor.takes("-")) {
            return new Expression.Prefix("-", expression(Printer.SIGN));
        }
        if (cursor.takes("+")) {
            return expression(Printer.SIGN);
        }
        Token token = cursor.peek();
        if (token.kind() == Token.Kind.SYMBOL && isOperator(token)) {
            cursor.next();
            return new Expression.Prefix(token.text(), expression(Printer.OTHER + 1));
        }
        return primaries.primary();
    }

    private static boolean isOperator(Token token) {
        return token.kind() == Token.Kind.SYMBOL
                && "+-*/<>=~!@#%^&|`?".indexOf(token.text().charAt(0)) >= 0;
    }

    private @org.jspecify.annotations.Nullable Expression more(Expression left, int least) {
        if (cursor.sees("::")) {
            cursor.next();
            return new Expression.Cast(left, primaries.type());
        }
        if (cursor.takes("[")) {
            return new Expression.Subscript(left, Cursor.joined(cursor.balanced()));
        }
        if (cursor.sees("collate") && least <= Printer.COLLATE) {
            cursor.next();
            return new Infix("COLLATE", left, new Expression.Name(primaries.dotted()));
        }
        if (cursor.sees("at", "time", "zone") && least <= Printer.ZONE) {
            cursor.takes("at", "time", "zone");
            return new Infix("AT TIME ZONE", left, expression(Printer.ZONE + 1));
        }
        if (least <= Printer.LIKE) {
            Expression like = like(left);
            if (like != null) {
                return like;
            }
        }
        if (least <= Printer.IS) {
            Expression test = test(left);
            if (test != null) {
                return test;
            }
        }
        if (cursor.sees("and") && least <= Printer.AND) {
            cursor.next();
            return new Infix("AND", left, expression(Printer.AND + 1));
        }
        if (cursor.sees("or") && least <= Printer.OR) {
            cursor.next();
            return new Infix("OR", left, expression(Printer.OR + 1));
        }
        return symbol(left, least);
    }

    private @org.jspecify.annotations.Nullable Expression symbol(Expression left, int least) {
        Token token = cursor.peek();
        if (!isOperator(token)) {
            return null;
        }
        String operator = SPELLINGS.getOrDefault(token.text(), token.text());
        int own = Printer.precedence(operator);
        if (own < least) {
            return null;
        }
        cursor.next();
        boolean any = cursor.sees("any", "(") || cursor.sees("some", "(");
        if (any || cursor.sees("all", "(")) {
            cursor.next();
            cursor.next();
            return all(left, operator, any);
        }
        return new Infix(operator, left, expression(own + 1));
    }

    /** A comparison with the elements of an array; that with a list is IN. */
    private Expression all(Expression left, String operator, boolean any) {
        if (cursor.sees("select") || cursor.sees("with") || cursor.sees("values")) {
            String query = Cursor.joined(cursor.balanced());
            return new Infix(operator, left, new Expression.Words((any ? "ANY (" : "ALL (") + query + ")"));
        }
        Expression array = expression();
        cursor.expect(")");
        Expression bare = array;
        while (bare instanceof Expression.Cast cast && cast.type().endsWith("[]")) {
            bare = cast.operand();
        }
        boolean negated = operator.equals("<>") && !any;
        if (bare instanceof Expression.Array list && (negated || (operator.equals("=") && any))) {
            return new Expression.Among(left, negated, list.values());
        }
        return new Infix(operator, left, new Expression.Call(any ? "ANY " : "ALL ", "", List.of(array), ""));
    }

    private @org.jspecify.annotations.Nullable Expression like(Expression left) {
        int start = cursor.position();
        boolean not = cursor.takes("not");
        if (cursor.takes("like")) {
            return escaped(new Infix(not ? "NOT LIKE" : "LIKE", left, expression(Printer.OTHER)));
        }
        if (cursor.takes("ilike")) {
            return escaped(new Infix(not ? "NOT ILIKE" : "ILIKE", left, expression(Printer.OTHER)));
        }
        if (cursor.takes("in", "(")) {
            if (cursor.sees("select") || cursor.sees("with")) {
                String query = Cursor.joined(cursor.balanced());
                return new Expression.Among(left, not, List.of(new Expression.Words(query)));
            }
            List<Expression> values = list();
            cursor.expect(")");
            return new Expression.Among(left, not, values);
        }
        if (cursor.takes("between")) {
            if (cursor.sees("symmetric")) {
                throw new Cursor.Unknown(cursor.peek());
            }
            Expression from = expression(Printer.OTHER);
            cursor.expect("and");
            Expression to = expression(Printer.OTHER);
            return new Infix(
                    not ? "OR" : "AND", new Infix(not ? "<" : ">=", left, from), new Infix(not ? ">" : "<=", left, to));
        }
        cursor.back(start);
        return null;
    }

    private Expression escaped(Infix like) {
        if (!cursor.takes("escape")) {
            return like;
        }
        Expression escape = expression(Printer.OTHER);
        Expression pattern = new Expression.Call("like_escape", "", List.of(like.right(), escape), "");
        return new Infix(like.operator(), like.left(), pattern);
    }

    private @org.jspecify.annotations.Nullable Expression test(Expression left) {
        if (cursor.takes("isnull")) {
            return new Expression.Postfix(left, "IS NULL");
        }
        if (cursor.takes("notnull")) {
            return new Expression.Postfix(left, "IS NOT NULL");
        }
        if (!cursor.takes("is")) {
            return null;
        }
        String not = cursor.takes("not") ? "NOT " : "";
        if (cursor.takes("distinct", "from")) {
            return new Infix("IS " + not + "DISTINCT FROM", left, expression(Printer.COMPARISON));
        }
        Token word = cursor.next();
        if (!TESTS.contains(word.value())) {
            throw new Cursor.Unknown(word);
        }
        return new Expression.Postfix(left, "IS " + not + word.value().toUpperCase(java.util.Locale.ROOT));
    }
}
