// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;

/**
 * Adds a primary key to a table that has none.
 *
 * @param table      the table
 * @param primaryKey the primary key
 */
public record AddPrimaryKey(QualifiedName table, PrimaryKey primaryKey) implements Operation {

    @Override
    public String keyword() {
        return "add_primary_key";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitAddPrimaryKey(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.table(table));
    }
}
