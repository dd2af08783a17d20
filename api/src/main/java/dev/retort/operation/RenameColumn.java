// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;

/**
 * Renames a column; everything that refers to it follows.
 *
 * @param table  the table
 * @param column the column
 * @param to     its new name
 */
public record RenameColumn(QualifiedName table, Identifier column, Identifier to) implements Operation {

    @Override
    public String keyword() {
        return "rename_column";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitRenameColumn(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.ofColumn(table, column).and(Footprint.ofColumn(table, to));
    }
}
