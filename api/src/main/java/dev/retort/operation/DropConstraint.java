// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.function.UnaryOperator;

/**
 * Drops a constraint.
 *
 * @param table      the table
 * @param constraint which one
 * @param ifExists   whether it is no mistake if it does not exist
 * @param cascade    whether objects that depend on it go too
 */
public record DropConstraint(QualifiedName table, ConstraintSelector constraint, boolean ifExists, boolean cascade)
        implements Operation {

    @Override
    public String keyword() {
        return "drop_constraint";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitDropConstraint(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.table(table));
    }

    @Override
    public DropConstraint mapSql(UnaryOperator<SqlText> change) {
        return new DropConstraint(table, SqlMapping.selector(constraint, change), ifExists, cascade);
    }
}
