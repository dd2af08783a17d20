// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

/** What one part of an index sorts by. */
public sealed interface IndexKey {

    /**
     * A column.
     *
     * @param name the column's name
     */
    record OfColumn(Identifier name) implements IndexKey {}

    /**
     * An expression.
     *
     * @param sql the expression, without the outer parentheses
     */
    record OfExpression(SqlText sql) implements IndexKey {}
}
