// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Drops an index.
 *
 * @param table    the table that it belongs to, or null if the name alone says it; replay knows the table
 * @param index    its name
 * @param ifExists whether it is no mistake if it does not exist
 * @param cascade  whether objects that depend on it go too
 * @param options  what only one dialect knows
 */
public record DropIndex(
        @Nullable QualifiedName table, QualifiedName index, boolean ifExists, boolean cascade, Options options)
        implements Operation {

    /**
     * @param table the table
     * @param index the index's name
     * @return the operation without any option
     */
    public static DropIndex of(QualifiedName table, Identifier index) {
        return new DropIndex(table, table.sibling(index), false, false, Options.NONE);
    }

    @Override
    public String keyword() {
        return "drop_index";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitDropIndex(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.ofIndex(table, index);
    }
}
