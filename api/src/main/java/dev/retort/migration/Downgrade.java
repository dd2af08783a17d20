// SPDX-License-Identifier: Apache-2.0
package dev.retort.migration;

import dev.retort.diagnostic.SourceLocation;
import java.util.List;

/** How a migration is undone. */
public sealed interface Downgrade {

    /**
     * By the computed inverse of its upgrade.
     *
     * @param location where that is said
     */
    record Auto(SourceLocation location) implements Downgrade {}

    /**
     * By these steps; none means that there is nothing to undo.
     *
     * @param steps in order
     */
    record Steps(List<MigrationStep> steps) implements Downgrade {

        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Not at all: the author says so.
     *
     * @param reason   why, in words
     * @param location where that is said
     */
    record Irreversible(String reason, SourceLocation location) implements Downgrade {}
}
