// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.function.UnaryOperator;

/**
 * Adds a check.
 *
 * @param table the table
 * @param check the check
 */
public record AddCheck(QualifiedName table, CheckConstraint check) implements Operation {

    @Override
    public String keyword() {
        return "add_check";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitAddCheck(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.table(table));
    }

    @Override
    public AddCheck mapSql(UnaryOperator<SqlText> change) {
        return new AddCheck(table, SqlMapping.check(check, change));
    }
}
