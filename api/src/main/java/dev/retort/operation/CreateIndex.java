// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.function.UnaryOperator;

/**
 * Creates an index.
 *
 * @param table       the table
 * @param index       the index
 * @param ifNotExists whether it is no mistake if it exists already
 */
public record CreateIndex(QualifiedName table, Index index, boolean ifNotExists) implements Operation {

    @Override
    public String keyword() {
        return "create_index";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitCreateIndex(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.ofIndex(table, index.name());
    }

    @Override
    public CreateIndex mapSql(UnaryOperator<SqlText> change) {
        return new CreateIndex(table, SqlMapping.index(index, change), ifNotExists);
    }
}
