// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Scalars;

/** Keys that sequences and identities share. */
public final class NumberingKeys {

    /** First value. */
    public static final Key<Long> START = Key.of("start", Scalars.LONG, "First value.");

    /** Step. */
    public static final Key<Long> INCREMENT = Key.of("increment", Scalars.LONG, "Step.");

    /** Lowest value. */
    public static final Key<Long> MIN_VALUE = Key.of("min_value", Scalars.LONG, "Lowest value.");

    /** Highest value. */
    public static final Key<Long> MAX_VALUE = Key.of("max_value", Scalars.LONG, "Highest value.");

    /** Start again. */
    public static final Key<Boolean> CYCLE =
            Key.of("cycle", Scalars.BOOLEAN, "true: starts again after the last value.");

    /** How many values a session takes at once. */
    public static final Key<Long> CACHE = Key.of("cache", Scalars.LONG, "How many values a session takes at once.");

    private NumberingKeys() {}
}
