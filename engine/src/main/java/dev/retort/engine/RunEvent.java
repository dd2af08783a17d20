// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.diagnostic.Finding;
import dev.retort.migration.RevisionId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened during a command. */
public sealed interface RunEvent {

    /** {@return name of the target that it happened to, empty for a project without named targets} */
    String target();

    /**
     * It is known what will run.
     *
     * @param target    name of the target
     * @param direction what was asked for
     * @param dialect   id of the dialect
     * @param before    version rows now
     * @param revisions what will run, in order
     */
    record Planned(
            String target, Direction direction, String dialect, List<RevisionId> before, List<RevisionId> revisions)
            implements RunEvent {

        public Planned {
            before = List.copyOf(before);
            revisions = List.copyOf(revisions);
        }
    }

    /**
     * Somebody else has the lock. Told again from time to time.
     *
     * @param target name of the target
     * @param holder who has it, or null if that is not known
     * @param waited how long it has been waited for
     * @param limit  how long it will be waited for
     */
    record LockWaiting(String target, @Nullable String holder, Duration waited, Duration limit) implements RunEvent {}

    /**
     * The lock is held.
     *
     * @param target name of the target
     * @param waited how long it was waited for
     */
    record LockObtained(String target, Duration waited) implements RunEvent {}

    /**
     * A step begins.
     *
     * @param target    name of the target
     * @param index     number of the step, from 1
     * @param count     number of all steps
     * @param direction what is done
     * @param revision  its revision
     * @param from      version rows that it starts from
     * @param to        version rows that it leads to
     * @param message   what the revision is for
     */
    record StepStarted(
            String target,
            int index,
            int count,
            Direction direction,
            RevisionId revision,
            List<RevisionId> from,
            List<RevisionId> to,
            String message)
            implements RunEvent {

        public StepStarted {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /**
     * A step is done and committed.
     *
     * @param target   name of the target
     * @param step     what was done
     */
    record StepFinished(String target, StepDone step) implements RunEvent {}

    /**
     * A statement is about to be sent.
     *
     * @param target   name of the target
     * @param revision its revision
     * @param sql      its text; for Java code, its description
     */
    record StatementStarted(String target, RevisionId revision, String sql) implements RunEvent {}

    /**
     * A statement is done.
     *
     * @param target   name of the target
     * @param revision its revision
     * @param sql      its text; for Java code, its description
     * @param rows     how many rows it changed; -1 if that is not known
     * @param duration how long it took
     */
    record StatementFinished(String target, RevisionId revision, String sql, long rows, Duration duration)
            implements RunEvent {}

    /**
     * Something did not get a lock that others hold, was rolled back, and will be tried again after a pause.
     *
     * @param target   name of the target
     * @param revision its revision
     * @param sql      the statement
     * @param reason   what the database said
     * @param holders  who holds the lock, a line each; empty if that is not known
     * @param attempt  number of the attempt that comes next, from 2
     * @param attempts number of the last attempt that there may be
     * @param pause    how long is waited before it
     */
    record Retrying(
            String target,
            RevisionId revision,
            String sql,
            String reason,
            List<String> holders,
            int attempt,
            int attempts,
            Duration pause)
            implements RunEvent {

        public Retrying {
            holders = List.copyOf(holders);
        }
    }

    /**
     * Something is worth knowing: a warning, a note, drift.
     *
     * @param target  name of the target
     * @param finding what was found
     */
    record Reported(String target, Finding finding) implements RunEvent {}
}
