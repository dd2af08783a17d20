// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import org.jspecify.annotations.Nullable;

/**
 * Which part of the history to list.
 *
 * @param range           {@code start:end}, {@code start:} or {@code :end}, both ends included; null for everything
 * @param indicateCurrent whether to ask the database which revisions are its current ones
 */
public record HistoryRequest(@Nullable String range, boolean indicateCurrent) {

    /** Everything, without asking a database. */
    public static final HistoryRequest ALL = new HistoryRequest(null, false);
}
