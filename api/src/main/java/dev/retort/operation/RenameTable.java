// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;

/**
 * Renames a table; everything that refers to it follows.
 *
 * @param table the table
 * @param to    the new name, in the same namespace
 */
public record RenameTable(QualifiedName table, Identifier to) implements Operation {

    @Override
    public String keyword() {
        return "rename_table";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitRenameTable(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.table(table), ObjectRef.table(table.sibling(to)));
    }
}
