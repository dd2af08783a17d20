// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.project;

import dev.retort.dialect.Timeouts;
import dev.retort.project.RunLimits;
import dev.retort.yaml.form.Converted;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Values;
import dev.retort.yaml.part.TimeoutsYaml;
import java.time.Duration;

/** The keys {@code timeouts} and {@code retry} of a project file. */
final class LimitsForm {

    /** How often, and after what pause. */
    private record Retry(int attempts, Duration backoff) {}

    private static final Key<Integer> ATTEMPTS =
            Key.of("attempts", number(1), "How often is tried at most what did not get its lock; 1: no retry.");
    private static final Key<Duration> BACKOFF =
            Key.of("backoff", Scalars.DURATION, "The pause before the second attempt; it doubles each time.");
    private static final Key<Retry> RETRY = Key.of(
            "retry",
            Mapping.<Retry>of("retry")
                    .optional(ATTEMPTS, Retry::attempts)
                    .optional(BACKOFF, Retry::backoff)
                    .makes(values -> new Retry(
                            values.or(ATTEMPTS, RunLimits.DEFAULT.attempts()),
                            values.or(BACKOFF, RunLimits.DEFAULT.backoff()))),
            "What is done when a statement did not get its lock.");

    private LimitsForm() {}

    static <T> Mapping.Builder<T> addTo(Mapping.Builder<T> builder, java.util.function.Function<T, RunLimits> get) {
        return builder.optional(TimeoutsYaml.KEY, value -> get.apply(value).timeouts())
                .optional(
                        RETRY,
                        value -> new Retry(
                                get.apply(value).attempts(), get.apply(value).backoff()));
    }

    static RunLimits of(Values values) {
        Retry retry = values.or(RETRY, new Retry(RunLimits.DEFAULT.attempts(), RunLimits.DEFAULT.backoff()));
        return new RunLimits(values.or(TimeoutsYaml.KEY, Timeouts.UNSET), retry.attempts(), retry.backoff());
    }

    static Form<Integer> number(int lowest) {
        return new Converted<>(
                Scalars.LONG,
                value -> {
                    if (value < lowest || value > Integer.MAX_VALUE) {
                        throw new IllegalArgumentException("it must be at least " + lowest + ", and was " + value);
                    }
                    return value.intValue();
                },
                Integer::longValue);
    }
}
