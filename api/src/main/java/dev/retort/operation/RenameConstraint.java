// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;

/**
 * Renames a constraint.
 *
 * @param table      the table
 * @param constraint its name
 * @param to         its new name
 */
public record RenameConstraint(QualifiedName table, Identifier constraint, Identifier to) implements Operation {

    @Override
    public String keyword() {
        return "rename_constraint";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitRenameConstraint(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.table(table));
    }
}
