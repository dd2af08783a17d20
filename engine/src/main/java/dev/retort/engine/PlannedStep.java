// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.migration.RevisionId;
import java.util.List;

/**
 * A step that a command would run.
 *
 * @param revision      its revision
 * @param direction     what would be done with it
 * @param message       what the revision is for
 * @param display       where its file is, for people
 * @param operations    keywords of its operations, in order
 * @param statements    SQL that it would send, in order, without bookkeeping; Java code as a comment
 * @param rows          version rows after it
 * @param transactional whether all of it runs in one transaction
 * @param estimated     whether statements were rendered from migrations alone although the run will read the database
 */
public record PlannedStep(
        RevisionId revision,
        Direction direction,
        String message,
        String display,
        List<String> operations,
        List<String> statements,
        List<RevisionId> rows,
        boolean transactional,
        boolean estimated) {

    public PlannedStep {
        operations = List.copyOf(operations);
        statements = List.copyOf(statements);
        rows = List.copyOf(rows);
    }
}
