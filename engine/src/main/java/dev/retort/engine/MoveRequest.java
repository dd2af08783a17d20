// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish to move a database to other revisions.
 *
 * @param direction what to do
 * @param targets   revision symbols; one for an upgrade or downgrade, one or more for a stamp
 * @param purge     for a stamp: whether all version rows are deleted first, those without a file too
 * @param tag       a word that is kept in the ledger with the run, or null
 * @param missed    for an upgrade: whether revisions below the applied ones that never ran are run first; without it, they
 *                  are an error
 */
public record MoveRequest(
        Direction direction,
        List<String> targets,
        boolean purge,
        @Nullable String tag,
        boolean missed) {

    public MoveRequest {
        targets = List.copyOf(targets);
        if (targets.isEmpty() || (targets.size() > 1 && direction != Direction.STAMP)) {
            throw new IllegalArgumentException(direction.word() + " must have "
                    + (direction == Direction.STAMP ? "at least " : "") + "one target, but had " + targets);
        }
        if (purge && direction != Direction.STAMP) {
            throw new IllegalArgumentException("purge must only be asked of a stamp");
        }
        if (missed && direction != Direction.UPGRADE) {
            throw new IllegalArgumentException("missed revisions must only be asked of an upgrade");
        }
    }

    /**
     * A wish that concerns no missed revisions.
     *
     * @param direction what to do
     * @param targets   revision symbols
     * @param purge     whether all version rows are deleted first
     * @param tag       a word for the ledger, or null
     */
    public MoveRequest(Direction direction, List<String> targets, boolean purge, @Nullable String tag) {
        this(direction, targets, purge, tag, false);
    }

    /** @param target a revision symbol
     *  @return an upgrade to it */
    public static MoveRequest upgrade(String target) {
        return new MoveRequest(Direction.UPGRADE, List.of(target), false, null);
    }

    /** @param target a revision symbol
     *  @return a downgrade to it */
    public static MoveRequest downgrade(String target) {
        return new MoveRequest(Direction.DOWNGRADE, List.of(target), false, null);
    }

    /** @param targets revision symbols
     *  @return a stamp of them */
    public static MoveRequest stamp(String... targets) {
        return new MoveRequest(Direction.STAMP, List.of(targets), false, null);
    }

    /** @param value whether all version rows are deleted first
     *  @return a copy */
    public MoveRequest withPurge(boolean value) {
        return new MoveRequest(direction, targets, value, tag, missed);
    }

    /** @param value a word for the ledger, or null
     *  @return a copy */
    public MoveRequest withTag(@Nullable String value) {
        return new MoveRequest(direction, targets, purge, value, missed);
    }

    /** @param value whether revisions below the applied ones that never ran are run first
     *  @return a copy */
    public MoveRequest withMissed(boolean value) {
        return new MoveRequest(direction, targets, purge, tag, value);
    }
}
