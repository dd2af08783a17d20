// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.RunEvent;
import dev.retort.migration.RevisionId;
import dev.retort.project.RunLimits;
import java.time.Duration;
import java.util.List;

/** Counts attempts at what does not get its lock, and waits between them: about twice as long from each to the next. */
final class Retries {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final RetortConfig config;
    private final RunLimits limits;
    private final RevisionId revision;
    private int attempt = 1;
    private List<String> holders = List.of();

    Retries(RetortConfig config, RevisionId revision) {
        this.config = config;
        this.limits = config.project().limits();
        this.revision = revision;
    }

    /** {@return how many attempts there were at what failed last} */
    int attempts() {
        return attempt;
    }

    /** {@return who held the lock last, as far as is known} */
    List<String> holders() {
        return holders;
    }

    void heldBy(List<String> who) {
        holders = List.copyOf(who);
    }

    /** Something else is attempted from now on. */
    void startOver() {
        attempt = 1;
        holders = List.of();
    }

    /**
     * Waits for the next attempt.
     *
     * @param what   what did not get its lock, for people
     * @param reason what the database said
     * @return false, at once, if there is no next one
     */
    boolean next(String what, String reason) {
        if (attempt >= limits.attempts()) {
            return false;
        }
        Duration pause = pause();
        attempt++;
        config.listener()
                .on(new RunEvent.Retrying(
                        config.target(), revision, what, reason, holders, attempt, limits.attempts(), pause));
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RetortException(Finding.error(
                            ErrorCode.INTERRUPTED,
                            "Interrupted while waiting to try revision '" + revision
                                    + "' again, which did not get a lock. What it had not committed was rolled back.")
                    .withHint("Run the same command again."));
        }
        return true;
    }

    /** Between a half and the whole of what doubling gives, so that two that met once do not meet again. */
    private Duration pause() {
        double doubled = limits.backoff().toMillis() * Math.pow(2, attempt - 1.0);
        double longest = Math.max(LONGEST_PAUSE.toMillis(), limits.backoff().toMillis());
        double part = 0.5 + config.jitter().getAsDouble() / 2;
        return Duration.ofMillis(Math.round(Math.min(doubled, longest) * part));
    }
}
