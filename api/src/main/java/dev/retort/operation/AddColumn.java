// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Adds a column to a table.
 *
 * @param table       the table
 * @param column      the column
 * @param position    where among the others; a dialect that cannot place columns refuses any but {@link ColumnPosition#LAST}
 * @param references  a foreign key of this column alone, made in the same statement where the database can
 *                    (Alembic's {@code inline_references}), or null
 * @param primaryKey  whether the column becomes the primary key in the same statement (Alembic's {@code inline_primary_key})
 * @param ifNotExists whether it is no mistake if it exists already
 */
public record AddColumn(
        QualifiedName table,
        Column column,
        ColumnPosition position,
        @Nullable ForeignKey references,
        boolean primaryKey,
        boolean ifNotExists)
        implements Operation {

    /**
     * @param table  the table
     * @param column the column
     * @return the operation that adds it after the others
     */
    public static AddColumn of(QualifiedName table, Column column) {
        return new AddColumn(table, column, ColumnPosition.LAST, null, false, false);
    }

    @Override
    public String keyword() {
        return "add_column";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitAddColumn(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.ofColumn(table, column.name()).reading(references);
    }

    @Override
    public AddColumn mapSql(UnaryOperator<SqlText> change) {
        return new AddColumn(table, SqlMapping.column(column, change), position, references, primaryKey, ifNotExists);
    }
}
