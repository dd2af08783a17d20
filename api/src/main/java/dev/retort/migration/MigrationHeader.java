// SPDX-License-Identifier: Apache-2.0
package dev.retort.migration;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Timeouts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a migration says of itself, read without its operations.
 *
 * @param id          its revision id
 * @param revises     the revisions that it follows; empty for a base, several for a merge
 * @param dependsOn   ids or labels of revisions that must run before it without being its parents
 * @param labels      branch labels that it carries itself
 * @param message     what it is for, in words; may be empty
 * @param created     when it was written, or null if it does not say
 * @param transaction whether it runs in a transaction
 * @param timeouts    how long its statements wait; where it says nothing, the project's hold
 * @param location    where the header stands
 */
public record MigrationHeader(
        RevisionId id,
        List<RevisionId> revises,
        List<String> dependsOn,
        List<String> labels,
        String message,
        @Nullable Instant created,
        TransactionMode transaction,
        Timeouts timeouts,
        SourceLocation location) {

    public MigrationHeader {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /**
     * A header without timeouts.
     *
     * @param id          its revision id
     * @param revises     the revisions that it follows; empty for a base, several for a merge
     * @param dependsOn   ids or labels of revisions that must run before it without being its parents
     * @param labels      branch labels that it carries itself
     * @param message     what it is for, in words; may be empty
     * @param created     when it was written, or null if it does not say
     * @param transaction whether it runs in a transaction
     * @param location    where the header stands
     */
    public MigrationHeader(
            RevisionId id,
            List<RevisionId> revises,
            List<String> dependsOn,
            List<String> labels,
            String message,
            @Nullable Instant created,
            TransactionMode transaction,
            SourceLocation location) {
        this(id, revises, dependsOn, labels, message, created, transaction, Timeouts.UNSET, location);
    }

    /**
     * The same header at another place.
     *
     * @param place where it stands
     * @return the header
     */
    public MigrationHeader at(SourceLocation place) {
        return new MigrationHeader(id, revises, dependsOn, labels, message, created, transaction, timeouts, place);
    }
}
