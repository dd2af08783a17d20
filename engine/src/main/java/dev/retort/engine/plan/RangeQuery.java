// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

/**
 * Which revisions lie between two ends.
 *
 * @param upper        the newer end
 * @param lower        the older end
 * @param inclusive    whether the lower end belongs to the range
 * @param implicitBase whether the range goes down to base beside the lower end, and need not lie above it
 * @param stopAtEnd    whether an offset that leads too far stops at the end, as in a history, instead of being an error
 */
public record RangeQuery(RangeEnd upper, RangeEnd lower, boolean inclusive, boolean implicitBase, boolean stopAtEnd) {}
