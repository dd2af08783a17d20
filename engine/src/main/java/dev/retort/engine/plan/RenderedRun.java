// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.dialect.Statement;
import dev.retort.dialect.Timeouts;
import java.util.List;

/**
 * Consecutive operations on one table, and the statements that they became together.
 *
 * @param operations  the operations, at least one
 * @param statements  what they became
 * @param provisional whether something before them in the same step may change what they must become, so that they are to
 *                    be rendered again when their turn comes
 */
public record RenderedRun(List<LoweredOperation> operations, List<Statement> statements, boolean provisional) {

    public RenderedRun {
        operations = List.copyOf(operations);
        statements = List.copyOf(statements);
    }

    /** {@return how long its statements wait, the same for all of its operations} */
    public Timeouts timeouts() {
        return operations.get(0).timeouts();
    }
}
