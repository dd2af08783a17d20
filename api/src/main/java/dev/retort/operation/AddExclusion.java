// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.function.UnaryOperator;

/**
 * Adds an exclusion constraint.
 *
 * @param table     the table
 * @param exclusion the constraint
 */
public record AddExclusion(QualifiedName table, ExclusionConstraint exclusion) implements Operation {

    @Override
    public String keyword() {
        return "add_exclusion";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitAddExclusion(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.table(table));
    }

    @Override
    public AddExclusion mapSql(UnaryOperator<SqlText> change) {
        return new AddExclusion(table, SqlMapping.exclusion(exclusion, change));
    }
}
