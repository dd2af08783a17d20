// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.migration.RevisionId;

/** One statement against the version table; each touches exactly one row. */
public sealed interface RowChange {

    /**
     * A new row.
     *
     * @param revision its content
     */
    record Insert(RevisionId revision) implements RowChange {}

    /**
     * A row that changes its content.
     *
     * @param from what it has
     * @param to   what it will have
     */
    record Update(RevisionId from, RevisionId to) implements RowChange {}

    /**
     * A row that goes.
     *
     * @param revision its content
     */
    record Delete(RevisionId revision) implements RowChange {}
}
