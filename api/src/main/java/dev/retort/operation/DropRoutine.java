// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.ObjectKind;
import dev.retort.schema.Routine;

/**
 * Drops a function or procedure.
 *
 * @param routine  which one
 * @param ifExists whether it is no mistake if it does not exist
 * @param cascade  whether objects that depend on it go too
 */
public record DropRoutine(Routine.Key routine, boolean ifExists, boolean cascade) implements Operation {

    @Override
    public String keyword() {
        return "drop_routine";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitDropRoutine(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.of(ObjectKind.ROUTINE, routine.name()));
    }
}
