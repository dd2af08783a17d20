// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.function.Function;

/** A step that has nothing to be told but its namespace. */
public final class PlainStep extends QualifiedStep<PlainStep> {

    private final Function<QualifiedName, Operation> operation;

    PlainStep(String name, Function<QualifiedName, Operation> operation) {
        super(name);
        this.operation = operation;
    }

    @Override
    Operation build() {
        return operation.apply(name());
    }
}
