// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Deletes rows.
 *
 * @param table the table
 * @param rows  values by which rows are found: a row goes if it agrees with one of these in every column given there,
 *              NULL with NULL; empty to find rows by {@code where} alone
 * @param where which of the rows, or null for all
 */
public record DeleteRows(
        QualifiedName table, List<Row> rows, @Nullable SqlText where) implements Operation {

    public DeleteRows {
        rows = List.copyOf(rows);
    }

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
        return new DeleteRows(
                table,
                rows.stream().map(row -> row.mapSql(change)).toList(),
                where == null ? null : change.apply(where));
    }
}
