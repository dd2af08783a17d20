// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Deletes rows.
 *
 * @param table the table
 * @param where which rows, or null for all
 */
public record DeleteRows(QualifiedName table, @Nullable SqlText where) implements Operation {

    @Override
    public String keyword() {
        return "delete_rows";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitDeleteRows(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.ofRows(table);
    }

    @Override
    public DeleteRows mapSql(UnaryOperator<SqlText> change) {
        return new DeleteRows(table, where == null ? null : change.apply(where));
    }
}
