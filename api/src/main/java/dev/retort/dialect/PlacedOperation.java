// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;

/**
 * An operation about to be rendered, with the schema on both sides of it. All its SQL texts are verbatim: portable texts
 * and variants were resolved for the dialect before.
 *
 * @param operation the operation
 * @param location  where it stands
 * @param before    the schema before it: read from the database where that was needed and possible, else from replay
 * @param after     the schema after it
 */
public record PlacedOperation(Operation operation, SourceLocation location, Schema before, Schema after) {}
