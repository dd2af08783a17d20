// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.diagnostic.Finding;
import dev.retort.migration.RevisionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a database stands. Asking for it never creates a table.
 *
 * @param target    name of the target, empty for a project without named targets
 * @param url       the database's URL without password, or null if the connection came from an application
 * @param dialect   id of the dialect
 * @param server    product and version of the server
 * @param tableExists whether there is a version table
 * @param rows      version rows, as stored
 * @param revisions what the rows stand for; a row without a file is not among them
 * @param unknown   rows without a file
 * @param heads     effective heads of the project
 * @param neverRan  revisions below the rows that never ran, as far as the ledger can tell, in the order of running
 * @param atHeads   whether the database has every revision
 * @param findings  rows without a file as errors, revisions that never ran as warnings
 */
public record CurrentResult(
        String target,
        @Nullable String url,
        String dialect,
        String server,
        boolean tableExists,
        List<RevisionId> rows,
        List<RevisionInfo> revisions,
        List<RevisionId> unknown,
        List<RevisionId> heads,
        List<RevisionId> neverRan,
        boolean atHeads,
        List<Finding> findings) {

    public CurrentResult {
        rows = List.copyOf(rows);
        revisions = List.copyOf(revisions);
        unknown = List.copyOf(unknown);
        heads = List.copyOf(heads);
        neverRan = List.copyOf(neverRan);
        findings = List.copyOf(findings);
    }
}
