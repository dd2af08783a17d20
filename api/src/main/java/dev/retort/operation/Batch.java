// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Groups operations on one table explicitly, so that a dialect applies them together.
 *
 * @param table      the table
 * @param operations operations that touch this table alone
 * @param recreate   whether the table is made anew
 * @param options    options of the table to set; others stay (Alembic's {@code table_kwargs})
 */
public record Batch(QualifiedName table, List<Operation> operations, Recreate recreate, Options options)
        implements Operation {

    public Batch {
        operations = List.copyOf(operations);
    }

    /** Whether a batch makes its table anew, as Alembic's {@code recreate}. */
    public enum Recreate {
        /** If the database cannot do it otherwise. */
        AUTO,
        /** Always, where the dialect rebuilds tables at all. */
        ALWAYS,
        /** Never: what cannot be done otherwise is refused. */
        NEVER
    }

    @Override
    public String keyword() {
        return "batch";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitBatch(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(operations);
    }

    @Override
    public Batch mapSql(UnaryOperator<SqlText> change) {
        return new Batch(table, SqlMapping.operations(operations, change), recreate, options);
    }
}
