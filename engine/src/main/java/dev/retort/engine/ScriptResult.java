// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.diagnostic.Finding;
import dev.retort.migration.RevisionId;
import java.util.List;

/**
 * A script that was written.
 *
 * @param dialect   id of the dialect that it is for
 * @param direction what it does
 * @param revisions the revisions in it, in order
 * @param findings  warnings and notes
 */
public record ScriptResult(String dialect, Direction direction, List<RevisionId> revisions, List<Finding> findings) {

    public ScriptResult {
        revisions = List.copyOf(revisions);
        findings = List.copyOf(findings);
    }
}
