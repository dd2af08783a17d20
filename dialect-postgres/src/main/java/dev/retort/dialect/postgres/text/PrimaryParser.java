// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses what stands between operators. */
final class PrimaryParser {

    private static final Set<String> BARE = Set.of(
            "current_timestamp",
            "current_date",
            "current_time",
            "localtime",
            "localtimestamp",
            "current_user",
            "session_user",
            "current_role",
            "current_catalog",
            "current_schema",
            "user",
            "true",
            "false",
            "null",
            "default");
    private static final Set<String> FUNCTIONS = Set.of("coalesce", "nullif", "greatest", "least", "left", "right");

    /** The types whose names have several words. */
    private static final Set<String> LONG_TYPES =
            Set.of("timestamp", "time", "double", "character", "char", "bit", "interval", "numeric", "varchar");

    private final Cursor cursor;
    private final ExpressionParser expressions;

    PrimaryParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Expression primary() {
        Token token = cursor.peek();
        switch (token.kind()) {
            case STRING -> {
                cursor.next();
                return new Expression.Text(token.value());
            }
            case NUMBER -> {
                cursor.next();
                return new Expression.Number(token.text());
            }
            case SYMBOL -> {
                return parenthesis();
            }
            case END -> throw new Cursor.Unknown(token);
            default -> {
                return named(token);
            }
        }
    }

    private Expression parenthesis() {
        if (!cursor.takes("(")) {
            throw new Cursor.Unknown(cursor.peek());
        }
        if (isQuery()) {
            return new Expression.Words("(" + Cursor.joined(cursor.balanced()) + ")");
        }
        List<Expression> values = expressions.list();
        cursor.expect(")");
        return values.size() == 1 ? values.get(0) : new Expression.Row(values);
    }

    private boolean isQuery() {
        return cursor.sees("select") || cursor.sees("with") || cursor.sees("values");
    }

    private Expression named(Token token) {
        if (token.kind() == Token.Kind.WORD) {
            Expression special = special(token.value());
            if (special != null) {
                return special;
            }
        }
        int start = cursor.position();
        List<String> names = dotted();
        if (cursor.sees("(")) {
            boolean quoted = token.kind() == Token.Kind.QUOTED_NAME;
            return new CallParser(cursor, expressions).call(names, quoted);
        }
        if (cursor.peek().kind() == Token.Kind.STRING && token.kind() == Token.Kind.WORD) {
            String type = TypeNames.canonical(cursor.from(start));
            return new Expression.Cast(new Expression.Text(cursor.next().value()), type);
        }
        if (token.kind() == Token.Kind.WORD && Names.isReserved(token.value())) {
            throw new Cursor.Unknown(token);
        }
        return new Expression.Name(names);
    }

    private @Nullable Expression special(String word) {
        if (BARE.contains(word)) {
            cursor.next();
            String precision = cursor.takes("(") ? "(" + Cursor.joined(cursor.balanced()) + ")" : "";
            return new Expression.Words(word.toUpperCase(Locale.ROOT) + precision);
        }
        if (FUNCTIONS.contains(word) && cursor.peek(1).is("(")) {
            cursor.next();
            boolean capital = !word.equals("left") && !word.equals("right");
            return new CallParser(cursor, expressions)
                    .arguments(capital ? word.toUpperCase(Locale.ROOT) : '"' + word + '"');
        }
        return switch (word) {
            case "case" -> choice();
            case "cast" -> cast();
            case "exists" -> words();
            case "row" -> row();
            case "array" -> array();
            default -> cursor.peek(1).is("(") ? standard(word) : literal();
        };
    }

    private @Nullable Expression standard(String word) {
        return switch (word) {
            case "extract", "substring", "position", "trim", "overlay" ->
                new CallParser(cursor, expressions).standard(word);
            default -> literal();
        };
    }

    private Expression row() {
        cursor.next();
        cursor.expect("(");
        List<Expression> values = cursor.sees(")") ? List.of() : expressions.list();
        cursor.expect(")");
        return new Expression.Row(values);
    }

    /** {@code EXISTS (...)}. */
    private Expression words() {
        int start = cursor.position();
        cursor.next();
        cursor.expect("(");
        cursor.balanced();
        return new Expression.Words(Cursor.joined(cursor.from(start)));
    }

    private Expression array() {
        cursor.next();
        if (cursor.takes("(")) {
            return new Expression.Words("ARRAY(" + Cursor.joined(cursor.balanced()) + ")");
        }
        cursor.expect("[");
        List<Expression> values = cursor.sees("]") ? List.of() : expressions.list();
        cursor.expect("]");
        return new Expression.Array(values);
    }

    /** A type of several words before a string, such as {@code timestamp with time zone '...'}; else nothing. */
    private @Nullable Expression literal() {
        if (!LONG_TYPES.contains(cursor.peek().value())) {
            return null;
        }
        int start = cursor.position();
        String type = type();
        if (cursor.peek().kind() != Token.Kind.STRING) {
            cursor.back(start);
            return null;
        }
        return new Expression.Cast(new Expression.Text(cursor.next().value()), type);
    }

    private Expression cast() {
        cursor.next();
        cursor.expect("(");
        Expression operand = expressions.expression();
        cursor.expect("as");
        String type = type();
        cursor.expect(")");
        return new Expression.Cast(operand, type);
    }

    private Expression choice() {
        cursor.next();
        Expression operand = cursor.sees("when") ? null : expressions.expression();
        List<Expression> whens = new ArrayList<>();
        List<Expression> thens = new ArrayList<>();
        while (cursor.takes("when")) {
            whens.add(expressions.expression());
            cursor.expect("then");
            thens.add(expressions.expression());
        }
        Expression other = cursor.takes("else") ? expressions.expression() : null;
        cursor.expect("end");
        boolean nothing = other instanceof Expression.Cast cast && isNull(cast.operand());
        return new Expression.Case(operand, whens, thens, nothing || isNull(other) ? null : other);
    }

    private static boolean isNull(@Nullable Expression expression) {
        return expression instanceof Expression.Words words && words.sql().equals("NULL");
    }

    List<String> dotted() {
        List<String> names = new ArrayList<>();
        do {
            Token token = cursor.next();
            if (!token.isName() && !token.is("*")) {
                throw new Cursor.Unknown(token);
            }
            names.add(token.value());
        } while (cursor.takes("."));
        return names;
    }

    /** A type behind {@code ::} or {@code AS}. */
    String type() {
        int start = cursor.position();
        Token first = cursor.next();
        if (!first.isName()) {
            throw new Cursor.Unknown(first);
        }
        while (cursor.takes(".")) {
            cursor.next();
        }
        if (first.is("double")) {
            cursor.takes("precision");
        }
        if (first.is("character") || first.is("char") || first.is("bit")) {
            cursor.takes("varying");
        }
        if (cursor.takes("(")) {
            cursor.balanced();
        }
        if (first.is("time") || first.is("timestamp")) {
            if (!cursor.takes("with", "time", "zone")) {
                cursor.takes("without", "time", "zone");
            }
        }
        while (cursor.sees("[") && (cursor.peek(1).is("]") || cursor.peek(2).is("]"))) {
            cursor.next();
            cursor.balanced();
        }
        return TypeNames.canonical(cursor.from(start));
    }
}
