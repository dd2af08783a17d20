// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.Optional;

/**
 * A constant as it stands in a default.
 *
 * @param value  digits, the value of a string, or a keyword such as {@code TRUE} and {@code NULL}
 * @param kind   what it was written as
 * @param type   the type that it is cast to, or empty
 */
public record ConstantText(String value, Kind kind, String type) {

    /** How a constant is written. */
    public enum Kind {
        /** As a string. */
        STRING,
        /** As a number. */
        NUMBER,
        /** As a keyword. */
        WORD
    }

    /**
     * The constant that an expression is.
     *
     * @param sql an expression
     * @return the constant, or empty if it is something else
     */
    public static Optional<ConstantText> of(String sql) {
        try {
            Expression expression = ExpressionParser.parse(sql);
            String type = "";
            while (expression instanceof Expression.Cast cast) {
                type = cast.type();
                expression = cast.operand();
            }
            Expression bare = new Simplifier(Columns.NONE).simple(expression);
            if (bare instanceof Expression.Text text) {
                return Optional.of(new ConstantText(text.value(), Kind.STRING, type));
            }
            if (bare instanceof Expression.Number number) {
                return Optional.of(new ConstantText(number.digits(), Kind.NUMBER, type));
            }
            return bare instanceof Expression.Words words && words.sql().matches("TRUE|FALSE|NULL")
                    ? Optional.of(new ConstantText(words.sql(), Kind.WORD, type))
                    : Optional.empty();
        } catch (Cursor.Unknown form) {
            return Optional.empty();
        }
    }
}
