// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import org.jspecify.annotations.Nullable;

/**
 * One part of an index, a primary key or a unique constraint.
 *
 * @param fragment the whole part
 * @param expression the part without collation and direction
 * @param column the name when the expression is nothing but a name, else null
 * @param collation the name after a {@code COLLATE} at the end, null when not written
 * @param order the direction, null when not written
 */
public record IndexedPartText(
        Fragment fragment,
        Fragment expression,
        @Nullable NameText column,
        @Nullable NameText collation,
        @Nullable SortOrder order) {}
