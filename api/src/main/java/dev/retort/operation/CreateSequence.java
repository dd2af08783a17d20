// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Sequence;

/**
 * Creates a sequence.
 *
 * @param sequence    the sequence
 * @param ifNotExists whether it is no mistake if it exists already
 */
public record CreateSequence(Sequence sequence, boolean ifNotExists) implements Operation {

    @Override
    public String keyword() {
        return "create_sequence";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitCreateSequence(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.ofSequence(sequence);
    }
}
