// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a new migration file.
 *
 * @param message      what it is for, in words; may be empty
 * @param heads        what it follows, as revision symbols; empty means {@code head}
 * @param splice       whether the parent may be no head
 * @param branchLabels labels that it shall carry
 * @param versionPath  folder for the file, one of the version locations; null for the parent's folder
 * @param revId        its id, or null for a new one
 * @param dependsOn    ids, shortened ids or labels of revisions that must run before it
 * @param format       id of the format to write, or null for the project's
 * @param content      what it does, or null for an empty migration
 */
public record RevisionRequest(
        String message,
        List<String> heads,
        boolean splice,
        List<String> branchLabels,
        @Nullable String versionPath,
        @Nullable String revId,
        List<String> dependsOn,
        @Nullable String format,
        dev.retort.migration.@Nullable MigrationBody content) {

    public RevisionRequest {
        heads = List.copyOf(heads);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
    }

    /**
     * An empty migration that follows the only head.
     *
     * @param message what it is for, in words
     * @return the request
     */
    public static RevisionRequest of(String message) {
        return new RevisionRequest(message, List.of(), false, List.of(), null, null, List.of(), null, null);
    }
}
