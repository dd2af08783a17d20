// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Timeouts;
import dev.retort.operation.Operation;

/**
 * An operation that is ready for one dialect: its parts are named, and all its SQL is the dialect's own.
 *
 * @param operation the operation
 * @param location  where it stands
 * @param timeouts  how long its statements wait; where it says nothing, the migration's hold
 */
public record LoweredOperation(Operation operation, SourceLocation location, Timeouts timeouts) {

    /**
     * An operation without timeouts of its own.
     *
     * @param operation the operation
     * @param location  where it stands
     */
    public LoweredOperation(Operation operation, SourceLocation location) {
        this(operation, location, Timeouts.UNSET);
    }
}
