// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.dialect.Timeouts;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import java.time.Duration;

/** Timeouts of a project, a migration or an operation. */
public final class TimeoutsYaml {

    private static final Key<Duration> LOCK =
            Key.of("lock", Scalars.DURATION, "How long a statement waits for a lock that others hold; 0: for ever.");
    private static final Key<Duration> STATEMENT =
            Key.of("statement", Scalars.DURATION, "How long a statement runs; 0: for ever.");
    private static final Key<Duration> IDLE =
            Key.of("idle", Scalars.DURATION, "How long a transaction is open without a statement; 0: for ever.");

    /** The form. */
    public static final Mapping<Timeouts> FORM = Mapping.<Timeouts>of("timeouts")
            .optional(LOCK, Timeouts::lock)
            .optional(STATEMENT, Timeouts::statement)
            .optional(IDLE, Timeouts::idle)
            .makes(values -> new Timeouts(values.orNull(LOCK), values.orNull(STATEMENT), values.orNull(IDLE)));

    /** The key of projects and migrations. */
    public static final Key<Timeouts> KEY =
            Key.of("timeouts", FORM, "How long statements wait, and how long they run.");

    private TimeoutsYaml() {}
}
