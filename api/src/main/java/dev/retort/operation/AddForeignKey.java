// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;

/**
 * Adds a foreign key.
 *
 * @param table      the table
 * @param foreignKey the foreign key
 */
public record AddForeignKey(QualifiedName table, ForeignKey foreignKey) implements Operation {

    @Override
    public String keyword() {
        return "add_foreign_key";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitAddForeignKey(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.table(table)).reading(foreignKey);
    }
}
