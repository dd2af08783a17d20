// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger: what was once done to a database.
 *
 * @param id         number of the line, unique and growing
 * @param runId      which run it belongs to
 * @param revision   the revision, or empty where a run concerned none
 * @param direction  upgrade, downgrade or stamp
 * @param startedAt  when it began
 * @param finishedAt when it ended, or null if it did not say
 * @param durationMillis how long it took, in milliseconds
 * @param user       who ran it
 * @param host       where it ran
 * @param toolVersion version of Retort
 * @param server     product and version of the server
 * @param checksum   SHA-256 of the migration's normalised content, in hexadecimal; empty for a stamp
 * @param statements how many statements ran
 * @param outcome    {@code applied}; {@code failed}; {@code started} for a revision outside of a transaction that did not end;
 *                   of stamps also {@code removed}, and {@code baseline} for a revision with everything below it
 * @param message    the migration's message, or why it failed
 */
public record LedgerEntry(
        long id,
        String runId,
        String revision,
        String direction,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long durationMillis,
        String user,
        String host,
        String toolVersion,
        String server,
        String checksum,
        int statements,
        String outcome,
        String message) {}
