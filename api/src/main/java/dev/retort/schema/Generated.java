// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

/**
 * A column computed from others.
 *
 * @param expression what it is computed from
 * @param stored     whether the value is kept on disk rather than computed when read
 */
public record Generated(SqlText expression, boolean stored) {}
