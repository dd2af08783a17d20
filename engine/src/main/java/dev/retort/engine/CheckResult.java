// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.diagnostic.Finding;
import dev.retort.migration.RevisionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a database is what the project says.
 *
 * @param target   name of the target, empty for a project without named targets
 * @param url      the database's URL without password, or null if the connection came from an application
 * @param dialect  id of the dialect
 * @param rows     version rows, as stored
 * @param missing  revisions that have not run and are not below an applied one, in the order of running
 * @param unknown  rows without a file
 * @param neverRan revisions below the rows that never ran, in the order of running
 * @param findings what is wrong; all of them errors
 */
public record CheckResult(
        String target,
        @Nullable String url,
        String dialect,
        List<RevisionId> rows,
        List<RevisionId> missing,
        List<RevisionId> unknown,
        List<RevisionId> neverRan,
        List<Finding> findings) {

    public CheckResult {
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
        unknown = List.copyOf(unknown);
        neverRan = List.copyOf(neverRan);
        findings = List.copyOf(findings);
    }
}
