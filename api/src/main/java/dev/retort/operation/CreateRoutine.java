// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.ObjectKind;
import dev.retort.schema.Routine;
import dev.retort.schema.SqlText;
import java.util.function.UnaryOperator;

/**
 * Creates a function or procedure.
 *
 * @param routine the routine
 * @param replace whether one that exists already is replaced; its definition then says {@code CREATE OR REPLACE}
 */
public record CreateRoutine(Routine routine, boolean replace) implements Operation {

    @Override
    public String keyword() {
        return "create_routine";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitCreateRoutine(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.of(ObjectKind.ROUTINE, routine.name()))
                .opaquely();
    }

    @Override
    public CreateRoutine mapSql(UnaryOperator<SqlText> change) {
        return new CreateRoutine(SqlMapping.routine(routine, change), replace);
    }
}
