// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Timeouts;
import dev.retort.migration.Condition;
import dev.retort.migration.MigrationStep;
import dev.retort.project.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A recorded operation that can still be told more about. It is made into a value when the migration is read, so that a
 * mistake in it is found then, at the line that recorded it.
 *
 * @param <S> its own class, which every method gives back
 */
public abstract class Step<S extends Step<S>> {

    private final SortedMap<String, String> allow = new TreeMap<>();
    private Condition when = Condition.ALWAYS;
    private SourceLocation location = SourceLocation.NONE;
    private @Nullable String lockTimeout;
    private @Nullable String statementTimeout;
    private @Nullable String idleTimeout;

    Step() {}

    /**
     * Limits the step to some dialects or targets; conditions given one after another add up.
     *
     * @param condition where it applies, such as {@code dialect("postgres")}
     * @return this
     */
    public S when(Condition condition) {
        when = new Condition(union(when.dialects(), condition.dialects()), union(when.targets(), condition.targets()));
        return self();
    }

    /**
     * Silences a lint rule for this step.
     *
     * @param rule   the rule's id
     * @param reason why that is right here
     * @return this
     */
    public S allow(String rule, String reason) {
        allow.put(rule, reason);
        return self();
    }

    /**
     * Limits how long each statement of the step waits for a lock.
     *
     * @param duration such as {@code 500ms}, {@code 5s}, {@code 10min} or {@code 1h}; {@code 0} means for ever
     * @return this
     */
    public S lockTimeout(String duration) {
        lockTimeout = duration;
        return self();
    }

    /**
     * Limits how long each statement of the step runs.
     *
     * @param duration such as {@code 500ms}, {@code 5s}, {@code 10min} or {@code 1h}; {@code 0} means for ever
     * @return this
     */
    public S statementTimeout(String duration) {
        statementTimeout = duration;
        return self();
    }

    /**
     * Limits how long the transaction may be open without a statement while the step runs.
     *
     * @param duration such as {@code 500ms}, {@code 5s}, {@code 10min} or {@code 1h}; {@code 0} means for ever
     * @return this
     */
    public S idleTimeout(String duration) {
        idleTimeout = duration;
        return self();
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    @SuppressWarnings("unchecked") // S is the class itself, as every subclass declares
    final S self() {
        return (S) this;
    }

    final void recordedAt(SourceLocation place) {
        location = place;
    }

    final SourceLocation location() {
        return location;
    }

    final boolean isConditional() {
        return !when.equals(Condition.ALWAYS)
                || !allow.isEmpty()
                || lockTimeout != null
                || statementTimeout != null
                || idleTimeout != null;
    }

    final MigrationStep toMigrationStep() {
        Timeouts timeouts = new Timeouts(duration(lockTimeout), duration(statementTimeout), duration(idleTimeout));
        return new MigrationStep(build(), location, when, allow, timeouts);
    }

    private static @Nullable Duration duration(@Nullable String text) {
        return text == null ? null : DurationText.parse(text);
    }

    /** Makes the operation; throws IllegalArgumentException for one that cannot be. */
    abstract Operation build();

    /** Recorders of operations inside this one, whose findings count too. */
    List<Recorder> inner() {
        return List.of();
    }
}
