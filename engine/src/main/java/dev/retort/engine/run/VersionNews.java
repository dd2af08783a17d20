// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.engine.Direction;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.VersionChange;
import dev.retort.engine.VersionListener;
import dev.retort.migration.RevisionId;
import dev.retort.project.Redaction;
import java.sql.Connection;
import java.util.List;

/**
 * Tells listeners of changed version rows.
 *
 * @param config     listeners, target, arguments
 * @param connection in the transaction that changed the rows
 */
record VersionNews(RetortConfig config, Connection connection) {

    /** Calls all listeners; throws if one of them does, so that the transaction is rolled back. */
    void tell(
            Direction direction,
            List<RevisionId> revisions,
            String message,
            List<RevisionId> source,
            List<RevisionId> destination) {
        if (config.versionListeners().isEmpty()) {
            return;
        }
        VersionChange change = new VersionChange(
                config.target(),
                direction,
                revisions,
                message,
                source,
                destination,
                GuardedConnection.of(connection),
                config.arguments());
        for (VersionListener listener : config.versionListeners()) {
            try {
                listener.applied(change);
            } catch (Exception thrown) {
                throw failure(listener, change, thrown);
            }
        }
    }

    private static RetortException failure(VersionListener listener, VersionChange change, Exception thrown) {
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        String text = thrown.getMessage() == null ? thrown.getClass().getName() : thrown.getMessage();
        String what = change.direction() == Direction.STAMP
                ? "the stamp"
                : "the " + change.direction().word() + " of revision '"
                        + change.revisions().get(0) + "'";
        return new RetortException(
                List.of(
                        Finding.error(
                                        ErrorCode.CODE_FAILED,
                                        "A version listener ("
                                                + listener.getClass().getName() + ") refused " + what + ": "
                                                + Redaction.redact(text))
                                .withHint(
                                        "Its transaction was rolled back, version rows included; what was committed before stays.")),
                thrown);
    }
}
