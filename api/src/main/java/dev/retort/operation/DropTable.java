// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;

/**
 * Drops a table with everything that belongs to it.
 *
 * @param table    the table
 * @param ifExists whether it is no mistake if it does not exist
 * @param cascade  whether objects that depend on it go too
 * @param options  what only one dialect knows
 */
public record DropTable(QualifiedName table, boolean ifExists, boolean cascade, Options options) implements Operation {

    /**
     * @param table the table
     * @return the operation without any option
     */
    public static DropTable of(QualifiedName table) {
        return new DropTable(table, false, false, Options.NONE);
    }

    @Override
    public String keyword() {
        return "drop_table";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitDropTable(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.table(table));
    }
}
