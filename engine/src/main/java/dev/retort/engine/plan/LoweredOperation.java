// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.operation.Operation;

/**
 * An operation that is ready for one dialect: its parts are named, and all its SQL is the dialect's own.
 *
 * @param operation the operation
 * @param location  where it stands
 */
public record LoweredOperation(Operation operation, SourceLocation location) {}
