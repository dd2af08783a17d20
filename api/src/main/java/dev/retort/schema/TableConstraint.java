// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/** A constraint of a table. */
public sealed interface TableConstraint
        permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint, ExclusionConstraint {

    /** {@return its name, or null if it was given none} */
    @Nullable
    Identifier name();

    /** {@return which kind it is} */
    ConstraintKind kind();

    /**
     * The same constraint under another name.
     *
     * @param value the name, or null for none
     * @return a copy
     */
    TableConstraint withName(@Nullable Identifier value);
}
