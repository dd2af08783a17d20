// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.inverse;

import dev.retort.diagnostic.Finding;
import dev.retort.operation.Operation;
import java.util.List;

/** What undoes an operation. */
public sealed interface Reversal {

    /**
     * It is undone by operations.
     *
     * @param operations in order; none if there is nothing to undo
     * @param findings   what they do not bring back
     */
    record By(List<Operation> operations, List<Finding> findings) implements Reversal {

        public By {
            operations = List.copyOf(operations);
            findings = List.copyOf(findings);
        }
    }

    /**
     * It cannot be undone by anything that could be computed.
     *
     * @param because why, as the end of a sentence
     * @param hint    what to write instead
     */
    record Irreversible(String because, String hint) implements Reversal {}

    /**
     * @param operations in order
     * @return the reversal by them
     */
    static Reversal by(Operation... operations) {
        return new By(List.of(operations), List.of());
    }
}
