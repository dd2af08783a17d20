// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision as lists show it.
 *
 * @param id            its id
 * @param revises       its parents; empty for a base
 * @param dependsOn     ids or labels that it depends on, as written
 * @param dependencies  ids of what {@code dependsOn} names
 * @param labels        branch labels that cover it, its own first
 * @param message       what it is for
 * @param created       when it was written, or null if it does not say
 * @param transaction   whether it runs in a transaction
 * @param display       where it is, for people
 * @param file          its file, or null for a compiled class
 * @param children      revisions that follow it
 * @param head          whether none follows it
 * @param effectiveHead whether none follows it or depends on it
 * @param branchPoint   whether several follow it
 * @param mergePoint    whether it follows several
 * @param current       whether the database has a row for it; false where the database was not asked
 */
public record RevisionInfo(
        RevisionId id,
        List<RevisionId> revises,
        List<String> dependsOn,
        List<RevisionId> dependencies,
        List<String> labels,
        String message,
        @Nullable Instant created,
        TransactionMode transaction,
        String display,
        @Nullable Path file,
        List<RevisionId> children,
        boolean head,
        boolean effectiveHead,
        boolean branchPoint,
        boolean mergePoint,
        boolean current) {

    public RevisionInfo {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        dependencies = List.copyOf(dependencies);
        labels = List.copyOf(labels);
        children = List.copyOf(children);
    }
}
