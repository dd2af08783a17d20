// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Inserts rows.
 *
 * @param table    the table
 * @param rows     the rows, in order; they may have different columns
 * @param multiple whether one statement may insert many rows (Alembic's {@code multiinsert})
 */
public record InsertRows(QualifiedName table, List<Row> rows, boolean multiple) implements Operation {

    public InsertRows {
        rows = List.copyOf(rows);
    }

    @Override
    public String keyword() {
        return "insert_rows";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitInsertRows(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.ofRows(table);
    }

    @Override
    public InsertRows mapSql(UnaryOperator<SqlText> change) {
        return new InsertRows(
                table, rows.stream().map(row -> row.mapSql(change)).toList(), multiple);
    }
}
