// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;

/**
 * Drops a column. Indexes and constraints of this column alone go with it.
 *
 * @param table    the table
 * @param column   the column
 * @param ifExists whether it is no mistake if it does not exist
 * @param cascade  whether objects that depend on it go too
 * @param options  what only one dialect knows
 */
public record DropColumn(QualifiedName table, Identifier column, boolean ifExists, boolean cascade, Options options)
        implements Operation {

    /**
     * @param table  the table
     * @param column the column
     * @return the operation without any option
     */
    public static DropColumn of(QualifiedName table, Identifier column) {
        return new DropColumn(table, column, false, false, Options.NONE);
    }

    @Override
    public String keyword() {
        return "drop_column";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitDropColumn(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.ofColumn(table, column);
    }
}
