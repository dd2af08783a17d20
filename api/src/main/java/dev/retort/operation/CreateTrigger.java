// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import java.util.function.UnaryOperator;

/**
 * Creates a trigger.
 *
 * @param trigger     the trigger
 * @param ifNotExists whether it is no mistake if it exists already
 */
public record CreateTrigger(Trigger trigger, boolean ifNotExists) implements Operation {

    @Override
    public String keyword() {
        return "create_trigger";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitCreateTrigger(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.table(trigger.table())).opaquely();
    }

    @Override
    public CreateTrigger mapSql(UnaryOperator<SqlText> change) {
        return new CreateTrigger(SqlMapping.trigger(trigger, change), ifNotExists);
    }
}
