// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the definition of a sequence, which keeps its current value unless it is to restart.
 *
 * @param sequence    the definition that it shall have; its name says which sequence
 * @param restartWith the next value, or null to go on
 */
public record AlterSequence(Sequence sequence, @Nullable Long restartWith) implements Operation {

    @Override
    public String keyword() {
        return "alter_sequence";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitAlterSequence(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.ofSequence(sequence);
    }
}
