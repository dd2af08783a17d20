// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.Finding;
import dev.retort.project.DatabaseUrl;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in a sentence what a driver's exception means. */
public interface ErrorTranslator {

    /**
     * The finding for an exception that stands for a condition of the database as a whole: unreachable, refused, missing,
     * no database, read-only, locked, too old.
     *
     * @param exception what the driver threw
     * @param url       where it was connecting to or connected, or null if unknown; printed without password
     * @return the finding, or empty if the exception is about a statement
     */
    Optional<Finding> translate(SQLException exception, @Nullable DatabaseUrl url);

    /**
     * Whether the same statement may succeed a little later: a lock was not obtained in time, a deadlock, a serialization
     * failure.
     *
     * @param exception what the driver threw
     * @return true if waiting may help
     */
    boolean isTransient(SQLException exception);

    /**
     * The driver's message without what people do not need (prefixes, repeated codes, stack positions).
     *
     * @param exception what the driver threw
     * @return one or more lines
     */
    String message(SQLException exception);
}
