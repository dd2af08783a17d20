// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Renames an index.
 *
 * @param table the table that it belongs to, or null if the name alone says it; replay knows the table
 * @param index its name
 * @param to    its new name
 */
public record RenameIndex(@Nullable QualifiedName table, QualifiedName index, Identifier to) implements Operation {

    @Override
    public String keyword() {
        return "rename_index";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitRenameIndex(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.ofIndex(table, index).and(Footprint.ofIndex(table, index.sibling(to)));
    }
}
