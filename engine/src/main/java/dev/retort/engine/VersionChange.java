// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.migration.RevisionId;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

/**
 * A change of version rows, as a {@link VersionListener} hears of it.
 *
 * @param target      name of the target, empty for a project without named targets
 * @param direction   whether a revision was upgraded or downgraded, or rows were stamped
 * @param revisions   the revision that ran, alone; for a stamp, the rows that were written or deleted
 * @param message     what the revision is for; empty for a stamp
 * @param source      version rows before
 * @param destination version rows now
 * @param connection  the connection that changed them. Its transaction belongs to Retort: it cannot be committed, rolled
 *                    back or closed
 * @param arguments   values given with {@code -x}
 */
public record VersionChange(
        String target,
        Direction direction,
        List<RevisionId> revisions,
        String message,
        List<RevisionId> source,
        List<RevisionId> destination,
        Connection connection,
        Map<String, String> arguments) {

    public VersionChange {
        revisions = List.copyOf(revisions);
        source = List.copyOf(source);
        destination = List.copyOf(destination);
        arguments = Map.copyOf(arguments);
    }
}
