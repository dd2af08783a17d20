// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Drops a trigger.
 *
 * @param table    the table that it watches, or null if the name alone says it; replay knows the table
 * @param trigger  its name
 * @param ifExists whether it is no mistake if it does not exist
 */
public record DropTrigger(@Nullable QualifiedName table, Identifier trigger, boolean ifExists) implements Operation {

    @Override
    public String keyword() {
        return "drop_trigger";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitDropTrigger(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.ofTrigger(table, trigger);
    }
}
