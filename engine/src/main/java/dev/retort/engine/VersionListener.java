// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

/**
 * Is called when version rows have changed, inside the transaction that changed them: what it writes on the connection is
 * kept together with the revision, or not at all. Alembic's {@code on_version_apply}.
 */
@FunctionalInterface
public interface VersionListener {

    /**
     * A revision ran, or rows were stamped, and the version rows are as they will be; they are not committed yet. A revision
     * that runs late, below applied ones, changes no rows.
     *
     * @param change what changed
     * @throws Exception if the change must not be kept: the transaction is rolled back and the command ends with
     *     {@link dev.retort.diagnostic.ErrorCode#CODE_FAILED}. Statements that a database or a migration keeps out of
     *     transactions have been committed before
     */
    void applied(VersionChange change) throws Exception;
}
