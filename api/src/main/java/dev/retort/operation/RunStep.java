// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import java.util.function.Supplier;

/** Runs Java code. */
public final class RunStep extends EffectsStep<RunStep> {

    private final String description;
    private final JdbcAction action;

    RunStep(String description, JdbcAction action, Supplier<Operations> recorders) {
        super(recorders);
        this.description = description;
        this.action = action;
    }

    @Override
    Operation build() {
        return new Run(description, action, effects());
    }
}
