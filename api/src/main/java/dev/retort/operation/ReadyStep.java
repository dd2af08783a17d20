// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

/** A step whose operation was made elsewhere. */
public final class ReadyStep extends Step<ReadyStep> {

    private final Operation operation;

    ReadyStep(Operation operation) {
        this.operation = operation;
    }

    @Override
    Operation build() {
        return operation;
    }
}
