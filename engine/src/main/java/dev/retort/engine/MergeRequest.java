// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a migration that joins branches.
 *
 * @param revisions    what to join, as revision symbols such as {@code heads}; at least two revisions together
 * @param message      what it is for, in words; empty for one that names what is joined
 * @param branchLabels labels that it shall carry
 * @param revId        its id, or null for a new one
 * @param splice       whether a parent may be no head
 * @param versionPath  folder for the file, one of the version locations; null for the first parent's folder
 */
public record MergeRequest(
        List<String> revisions,
        String message,
        List<String> branchLabels,
        @Nullable String revId,
        boolean splice,
        @Nullable String versionPath) {

    public MergeRequest {
        revisions = List.copyOf(revisions);
        branchLabels = List.copyOf(branchLabels);
    }
}
