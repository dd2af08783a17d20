// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identity;
import org.jspecify.annotations.Nullable;

/** How a column is numbered by the database. */
public final class IdentitySpec {

    private boolean always;
    private @Nullable Long start;
    private @Nullable Long increment;
    private @Nullable Long minValue;
    private @Nullable Long maxValue;
    private boolean cycle;
    private @Nullable Long cache;

    IdentitySpec() {}

    /** {@return this, now refusing given values} */
    public IdentitySpec always() {
        always = true;
        return this;
    }

    /** @param value first value
     *  @return this */
    public IdentitySpec startWith(long value) {
        start = value;
        return this;
    }

    /** @param value step, not 0
     *  @return this */
    public IdentitySpec incrementBy(long value) {
        increment = value;
        return this;
    }

    /** @param value lowest value
     *  @return this */
    public IdentitySpec minValue(long value) {
        minValue = value;
        return this;
    }

    /** @param value highest value
     *  @return this */
    public IdentitySpec maxValue(long value) {
        maxValue = value;
        return this;
    }

    /** {@return this, now starting again after the last value} */
    public IdentitySpec cycle() {
        cycle = true;
        return this;
    }

    /** @param value how many values a session takes at once
     *  @return this */
    public IdentitySpec cache(long value) {
        cache = value;
        return this;
    }

    Identity build() {
        return new Identity(always, start, increment, minValue, maxValue, cycle, cache);
    }
}
