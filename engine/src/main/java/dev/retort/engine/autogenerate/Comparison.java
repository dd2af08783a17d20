// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import dev.retort.diagnostic.Finding;
import dev.retort.operation.Operation;
import java.util.List;

/**
 * The difference between two schemas.
 *
 * @param operations what turns the one into the other, in an order in which it can run
 * @param findings   differences that no operation can take away
 */
public record Comparison(List<Operation> operations, List<Finding> findings) {

    public Comparison {
        operations = List.copyOf(operations);
        findings = List.copyOf(findings);
    }

    /** {@return whether there is no difference} */
    public boolean isEmpty() {
        return operations.isEmpty() && findings.isEmpty();
    }
}
