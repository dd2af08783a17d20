// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

/** A column's server default. */
public sealed interface DefaultValue {

    /**
     * A constant.
     *
     * @param value the constant; {@code NULL} is the same as having no default on most databases, but is kept
     */
    record Constant(Literal value) implements DefaultValue {}

    /**
     * An expression that the server evaluates for each row, such as {@code current_timestamp}.
     *
     * @param sql the expression
     */
    record Expression(SqlText sql) implements DefaultValue {}

    /**
     * @param value a Java value, see {@link Literal#of}
     * @return the constant
     */
    static DefaultValue of(Object value) {
        return new Constant(Literal.of(value));
    }

    /**
     * @param sql an expression, passed as it is
     * @return the expression
     */
    static DefaultValue sql(String sql) {
        return new Expression(new SqlText.Verbatim(sql));
    }
}
