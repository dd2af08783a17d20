// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column numbered by the database: SQL's {@code GENERATED ... AS IDENTITY}, MySQL's {@code AUTO_INCREMENT}, SQLite's
 * {@code AUTOINCREMENT}.
 *
 * @param always    whether given values are refused (GENERATED ALWAYS) rather than preferred (BY DEFAULT)
 * @param start     first value, or null for 1
 * @param increment step, or null for 1
 * @param minValue  lowest value, or null for the database's default
 * @param maxValue  highest value, or null for the database's default
 * @param cycle     whether it starts again after the last value
 * @param cache     how many values a session takes at once, or null for the database's default
 */
public record Identity(
        boolean always,
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Long minValue,
        @Nullable Long maxValue,
        boolean cycle,
        @Nullable Long cache) {

    /** Numbers by default from 1 in steps of 1. */
    public static final Identity DEFAULT = new Identity(false, null, null, null, null, false, null);

    public Identity {
        if (increment != null && increment == 0) {
            throw new IllegalArgumentException("identity increment must not be 0");
        }
    }
}
