// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes rows.
 *
 * @param table the table
 * @param set   the columns to set
 * @param where which rows, or null for all
 */
public record UpdateRows(
        QualifiedName table, Row set, @Nullable SqlText where) implements Operation {

    @Override
    public String keyword() {
        return "update_rows";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitUpdateRows(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.ofRows(table);
    }

    @Override
    public UpdateRows mapSql(UnaryOperator<SqlText> change) {
        return new UpdateRows(table, set.mapSql(change), where == null ? null : change.apply(where));
    }
}
