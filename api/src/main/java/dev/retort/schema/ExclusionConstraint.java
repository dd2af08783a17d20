// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint: no two rows for which all operators hold.
 *
 * @param name          its name, or null
 * @param elements      what is compared, at least one
 * @param method        index method such as {@code gist}, or null for the default
 * @param where         which rows it concerns, or null for all
 * @param deferrability when it is checked
 * @param options       what only one dialect knows
 */
public record ExclusionConstraint(
        @Nullable Identifier name,
        List<Element> elements,
        @Nullable String method,
        @Nullable SqlText where,
        Deferrability deferrability,
        Options options)
        implements TableConstraint {

    /**
     * One comparison.
     *
     * @param part     the column or expression
     * @param operator the operator, such as {@code &&}
     */
    public record Element(IndexPart part, String operator) {}

    public ExclusionConstraint {
        elements = List.copyOf(elements);
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("exclusion constraint must have at least one element");
        }
    }

    @Override
    public ConstraintKind kind() {
        return ConstraintKind.EXCLUSION;
    }

    @Override
    public ExclusionConstraint withName(@Nullable Identifier value) {
        return new ExclusionConstraint(value, elements, method, where, deferrability, options);
    }
}
