// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Sets or drops the comment of a table.
 *
 * @param table   the table
 * @param comment the words, or null for none
 */
public record SetTableComment(QualifiedName table, @Nullable String comment) implements Operation {

    @Override
    public String keyword() {
        return "set_table_comment";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitSetTableComment(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.table(table));
    }
}
