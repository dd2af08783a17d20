// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How long a session waits before the database ends what it does. Zero means for ever; what is null is left as the database,
 * the URL or the driver has it.
 *
 * @param lock      how long a statement waits for a lock that others hold
 * @param statement how long a statement runs
 * @param idle      how long a transaction may be open without a statement
 */
public record Timeouts(
        @Nullable Duration lock,
        @Nullable Duration statement,
        @Nullable Duration idle) {

    /** Says nothing. */
    public static final Timeouts UNSET = new Timeouts(null, null, null);

    public Timeouts {
        for (Duration timeout : new Duration[] {lock, statement, idle}) {
            if (timeout != null && timeout.isNegative()) {
                throw new IllegalArgumentException("a timeout must not be negative, but was " + timeout);
            }
        }
    }

    /**
     * These, where they say something, else others.
     *
     * @param others what holds where this says nothing
     * @return both
     */
    public Timeouts or(Timeouts others) {
        return new Timeouts(
                lock == null ? others.lock : lock,
                statement == null ? others.statement : statement,
                idle == null ? others.idle : idle);
    }

    /**
     * The waiting for locks in milliseconds, for a database whose setting is a 32-bit number of them and where 0 would mean not
     * to wait at all; for ever is the largest number.
     *
     * @return the number, or empty if nothing is said
     */
    public OptionalInt lockMillis() {
        return lock == null
                ? OptionalInt.empty()
                : OptionalInt.of(
                        (int) (lock.isZero() ? Integer.MAX_VALUE : Math.min(lock.toMillis(), Integer.MAX_VALUE)));
    }

    /** {@return whether it says nothing} */
    public boolean isUnset() {
        return equals(UNSET);
    }
}
