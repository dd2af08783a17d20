// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * Templates for the names of constraints and indexes that are given none. Tokens: {@code %{table}}, {@code %{columns}}
 * (joined by {@code _}), {@code %{column_0}} and so on, {@code %{referred_table}}, {@code %{referred_columns}},
 * {@code %{name}} (a check's own name).
 *
 * @param primaryKey template, or null to leave them unnamed
 * @param foreignKey template, or null to leave them unnamed
 * @param unique     template, or null to leave them unnamed
 * @param index      template for indexes, which cannot stay unnamed
 * @param check      template, or null to leave them as they are
 */
public record NamingConvention(
        @Nullable String primaryKey,
        @Nullable String foreignKey,
        @Nullable String unique,
        String index,
        @Nullable String check) {

    /** Indexes only: {@code ix_<table>_<columns>}. */
    public static final NamingConvention NONE = new NamingConvention(null, null, null, "ix_%{table}_%{columns}", null);
}
