// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;

/**
 * Drops a sequence.
 *
 * @param sequence its name
 * @param ifExists whether it is no mistake if it does not exist
 * @param cascade  whether objects that depend on it go too
 */
public record DropSequence(QualifiedName sequence, boolean ifExists, boolean cascade) implements Operation {

    @Override
    public String keyword() {
        return "drop_sequence";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitDropSequence(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.of(ObjectKind.SEQUENCE, sequence));
    }
}
