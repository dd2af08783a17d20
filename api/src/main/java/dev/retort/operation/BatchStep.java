// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import java.util.List;

/** Groups operations on one table. */
public final class BatchStep extends OptionStep<BatchStep> {

    private final Operations operations;
    private Batch.Recreate recreate = Batch.Recreate.AUTO;

    BatchStep(String table, Operations operations) {
        super(table);
        this.operations = operations;
    }

    /** @param value whether the table is made anew
     *  @return this */
    public BatchStep recreate(Batch.Recreate value) {
        recreate = value;
        return this;
    }

    @Override
    Operation build() {
        return new Batch(name(), operations.operations(), recreate, options());
    }

    @Override
    List<Recorder> inner() {
        return List.of(operations);
    }
}
