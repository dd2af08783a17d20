// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A check.
 *
 * @param name          its name, or null
 * @param expression    what every row must satisfy
 * @param deferrability when it is checked
 * @param validated     whether rows that were there before it are known to satisfy it
 * @param options       what only one dialect knows
 */
public record CheckConstraint(
        @Nullable Identifier name, SqlText expression, Deferrability deferrability, boolean validated, Options options)
        implements TableConstraint {

    /**
     * @param name       its name, or null
     * @param expression what every row must satisfy, passed as it is
     * @return the check
     */
    public static CheckConstraint of(@Nullable String name, String expression) {
        return new CheckConstraint(
                name == null ? null : new Identifier(name),
                SqlText.verbatim(expression),
                Deferrability.NOT_DEFERRABLE,
                true,
                Options.NONE);
    }

    @Override
    public ConstraintKind kind() {
        return ConstraintKind.CHECK;
    }

    @Override
    public CheckConstraint withName(@Nullable Identifier value) {
        return new CheckConstraint(value, expression, deferrability, validated, options);
    }

    /**
     * The same check with another expression.
     *
     * @param value the expression
     * @return a copy
     */
    public CheckConstraint withExpression(SqlText value) {
        return new CheckConstraint(name, value, deferrability, validated, options);
    }

    /**
     * The same check, validated or not.
     *
     * @param value whether existing rows are known to satisfy it
     * @return a copy
     */
    public CheckConstraint withValidated(boolean value) {
        return new CheckConstraint(name, expression, deferrability, value, options);
    }
}
