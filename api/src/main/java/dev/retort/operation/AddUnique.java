// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.UniqueConstraint;

/**
 * Adds a unique constraint.
 *
 * @param table  the table
 * @param unique the constraint
 */
public record AddUnique(QualifiedName table, UniqueConstraint unique) implements Operation {

    @Override
    public String keyword() {
        return "add_unique";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitAddUnique(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.table(table));
    }
}
