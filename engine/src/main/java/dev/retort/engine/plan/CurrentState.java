// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.engine.graph.RevisionSet;

/**
 * What a database has.
 *
 * @param revisions the applied revisions that no applied revision revises; more than the rows if one has its place only
 *                  because another depends on it
 * @param atHeads   whether the rows are exactly the heads of the graph
 */
public record CurrentState(RevisionSet revisions, boolean atHeads) {}
