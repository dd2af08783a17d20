// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;

/**
 * Checks all rows against a constraint that was added as not validated.
 *
 * @param table      the table
 * @param constraint its name
 */
public record ValidateConstraint(QualifiedName table, Identifier constraint) implements Operation {

    @Override
    public String keyword() {
        return "validate_constraint";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitValidateConstraint(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.table(table));
    }
}
