// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.dialect.ErrorTranslator;
import dev.retort.project.DatabaseUrl;
import dev.retort.project.Redaction;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what the error codes of MySQL and MariaDB mean.
 *
 * @see <a href="https://dev.mysql.com/doc/mysql-errors/9.0/en/server-error-reference.html">Server errors</a>
 */
final class MysqlErrors implements ErrorTranslator {

    /** Used by the provider itself for a server of the other family or of no known version. */
    static final int WRONG_PRODUCT = 99_001;

    @Override
    public Optional<Finding> translate(SQLException exception, @Nullable DatabaseUrl url) {
        String database = url == null ? "The database" : "The database " + url;
        String detail = message(exception);
        return switch (exception.getErrorCode()) {
            case 1045, 1698, 1820, 1862, 3118, 4151 ->
                found(
                        ErrorCode.ACCESS_DENIED,
                        database + " does not let this user in: " + detail + ".",
                        "Look at user and password, and from which host the user may connect.");
            case 1044, 1142, 1143, 1227, 1370, 1419 ->
                found(
                        ErrorCode.ACCESS_DENIED,
                        database + " does not permit this: " + detail + ".",
                        "Grant the user what it needs, or run with another user.");
            case 1049 ->
                found(
                        ErrorCode.NO_DATABASE,
                        database + " does not exist: " + detail + ".",
                        "Create it with CREATE DATABASE, or correct the URL.");
            case 1290, 1792, 1836, 3989 ->
                found(
                        ErrorCode.READ_ONLY,
                        database + " cannot be written: " + detail + ".",
                        "Connect to the primary server rather than a replica.");
            case 1205, 1213, 3572, 1206 ->
                found(
                        ErrorCode.LOCK_TIMEOUT,
                        database + " is busy: " + detail + ".",
                        "Another session holds a lock on the table; SHOW PROCESSLIST says which.");
            case 1040, 1203, 1226 ->
                found(ErrorCode.UNREACHABLE, database + " has no room for one more connection: " + detail + ".", null);
            case WRONG_PRODUCT -> found(ErrorCode.NOT_A_DATABASE, detail, null);
            default -> unreachable(exception, database, detail);
        };
    }

    private Optional<Finding> unreachable(SQLException exception, String database, String detail) {
        String state = exception.getSQLState();
        if (String.valueOf(exception.getMessage()).startsWith("Connection is read-only")) {
            return found(
                    ErrorCode.READ_ONLY,
                    database + " cannot be written: " + detail + ".",
                    "Connect to the primary server, with a session that may write.");
        }
        if (state == null || !state.startsWith("08")) {
            return Optional.empty();
        }
        return found(
                ErrorCode.UNREACHABLE,
                database + " cannot be reached: " + detail + ".",
                "Look whether the server runs, and at host and port in the URL.");
    }

    private static Optional<Finding> found(ErrorCode code, String message, @Nullable String hint) {
        Finding finding = Finding.error(code, message.replace("..", "."));
        return Optional.of(hint == null ? finding : finding.withHint(hint));
    }

    @Override
    public boolean isTransient(SQLException exception) {
        int code = exception.getErrorCode();
        return code == 1205 || code == 1213 || code == 3572;
    }

    /** The first lines of a driver's message say what went wrong; of a broken connection its cause says more. */
    @Override
    public String message(SQLException exception) {
        String text = Redaction.redact(String.valueOf(exception.getMessage())).strip();
        if (text.startsWith("Communications link failure")) {
            Throwable cause = exception;
            while (cause.getCause() != null && cause.getCause() != cause) {
                cause = cause.getCause();
            }
            String why = cause.getMessage();
            return cause == exception || why == null ? "the connection failed" : Redaction.redact(why);
        }
        int lines = text.indexOf("\n\n");
        return lines > 0 ? text.substring(0, lines) : text;
    }
}
