// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.ErrorTranslator;
import dev.retort.project.DatabaseUrl;
import dev.retort.project.Redaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open connection, and what is known about the database behind it.
 *
 * @param connection in auto-commit mode
 * @param dialect    for the version of the server
 * @param url        where it leads, or null if an application gave the connection
 * @param autoCommit the mode that it had before, which it gets back
 * @param further    gives connections beside this one
 */
public record Session(
        Connection connection, Dialect dialect, @Nullable DatabaseUrl url, boolean autoCommit, Connections further)
        implements AutoCloseable {

    /**
     * Says in words that the database refused something of Retort's own.
     *
     * @param exception what the driver threw
     * @param doing     what was tried, as it follows "while"
     * @return the exception to throw
     */
    public RetortException refused(SQLException exception, String doing) {
        return refused(dialect.errors(), url, exception, doing);
    }

    /** What is thrown if the lock gets no connection of its own. */
    RetortException noFurther(SQLException exception) {
        Optional<Finding> known = dialect.errors().translate(exception, url);
        Finding finding = known.orElseGet(() -> Finding.error(
                        ErrorCode.UNREACHABLE,
                        "The database gave no second connection, which the lock against other runners needs: "
                                + Redaction.redact(dialect.errors().message(exception)) + ".")
                .withHint(
                        "A run needs two connections at a time: look at the limit of the server, of the user and of the"
                                + " application's pool."));
        return new RetortException(List.of(finding), exception);
    }

    static RetortException refused(
            ErrorTranslator errors, @Nullable DatabaseUrl url, SQLException exception, String doing) {
        Optional<Finding> known = errors.translate(exception, url);
        String detail = Redaction.redact(errors.message(exception));
        Finding finding = known.orElseGet(() -> Finding.error(
                ErrorCode.DATABASE_REFUSED,
                "The database refused while " + doing + ": " + detail + (detail.endsWith(".") ? "" : ".")));
        return new RetortException(List.of(finding), exception);
    }

    @Override
    public void close() {
        try (further;
                connection) {
            if (!autoCommit) {
                connection.setAutoCommit(false); // a pool lends the same connection to others
            }
        } catch (SQLException gone) {
            // nothing is lost: whatever was to be kept has been committed
        }
    }
}
