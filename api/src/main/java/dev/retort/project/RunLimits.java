// SPDX-License-Identifier: Apache-2.0
package dev.retort.project;

import dev.retort.dialect.Timeouts;
import java.time.Duration;

/**
 * How long the statements of migrations wait, and how often is tried what did not get its lock.
 *
 * @param timeouts how long statements wait, where neither migration nor operation says it
 * @param attempts how often is tried at most what failed for want of a lock; 1 means once
 * @param backoff  pause before the second attempt, about; it doubles from one to the next
 */
public record RunLimits(Timeouts timeouts, int attempts, Duration backoff) {

    /** What holds if a project says nothing: no timeouts, three attempts, two seconds. */
    public static final RunLimits DEFAULT = new RunLimits(Timeouts.UNSET, 3, Duration.ofSeconds(2));

    public RunLimits {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, but was " + attempts);
        }
        if (backoff.isNegative()) {
            throw new IllegalArgumentException("backoff must not be negative, but was " + backoff);
        }
    }
}
