// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

/**
 * An operation from outside Retort, with its own rendering.
 *
 * @param operation the operation
 */
public record Custom(CustomOperation operation) implements Operation {

    @Override
    public String keyword() {
        return "custom";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitCustom(this);
    }

    @Override
    public Footprint footprint() {
        return operation.footprint();
    }
}
