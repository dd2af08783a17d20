// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.dialect.ErrorTranslator;
import dev.retort.project.DatabaseUrl;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Says what PostgreSQL's error codes mean.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">Error Codes</a>
 */
final class PostgresErrors implements ErrorTranslator {

    /** The driver's code for an answer that it does not understand. */
    private static final String PROTOCOL = "08P01";

    /** The driver's code for a server that cannot be reached. */
    static final String NO_CONNECTION = "08001";

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String QUERY_CANCELED = "57014";
    private static final Set<String> TRANSIENT = Set.of(LOCK_NOT_AVAILABLE, "40001", "40P01", "55006");

    @Override
    public Optional<Finding> translate(SQLException exception, @Nullable DatabaseUrl url) {
        String database = url == null ? "The database" : "The database " + url;
        String detail = message(exception).lines().findFirst().orElse("");
        String state = state(exception);
        return switch (state) {
            case NO_CONNECTION, "08000", "08003", "08004", "08006", "08007", "57P01", "57P02", "57P03", "57P05" ->
                found(
                        ErrorCode.UNREACHABLE,
                        database + " cannot be reached: " + detail,
                        "Look whether the server runs and accepts connections at that address and port.");
            case PROTOCOL ->
                found(
                        ErrorCode.UNREACHABLE,
                        database + " does not answer as PostgreSQL does: " + detail,
                        "Look whether a PostgreSQL server listens at that address and port.");
            case "53300" ->
                found(
                        ErrorCode.UNREACHABLE,
                        database + " has no connection left: " + detail,
                        "Close connections, or raise max_connections.");
            case "28P01", "28000", "0P000" ->
                found(
                        ErrorCode.ACCESS_DENIED,
                        database + " refuses the user: " + detail,
                        "Look at user and password, and at the server's pg_hba.conf.");
            case "42501" ->
                found(
                        ErrorCode.ACCESS_DENIED,
                        database + " does not permit this to the user: " + detail,
                        "Grant the right, or connect as the owner.");
            case "3D000" ->
                found(
                        ErrorCode.NO_DATABASE,
                        database + " does not exist: " + detail,
                        "Create it with CREATE DATABASE.");
            case "25006" ->
                found(
                        ErrorCode.READ_ONLY,
                        database + " cannot be written: " + detail,
                        "Connect to the primary server, not to a standby, and without default_transaction_read_only.");
            case LOCK_NOT_AVAILABLE ->
                found(
                        ErrorCode.LOCK_TIMEOUT,
                        database + " did not give a lock in time: " + detail,
                        "Find out in pg_stat_activity who holds it, or wait longer with --lock-timeout.");
            default -> Optional.empty();
        };
    }

    private static Optional<Finding> found(ErrorCode code, String message, String hint) {
        return Optional.of(Finding.error(code, message.endsWith(".") ? message : message + ".")
                .withHint(hint));
    }

    private static String state(SQLException exception) {
        String state = exception.getSQLState();
        return state == null ? "" : state;
    }

    /** A statement is cancelled for many reasons; only a timeout of a lock passes by itself. */
    @Override
    public boolean isTransient(SQLException exception) {
        String state = state(exception);
        boolean lock = state.equals(QUERY_CANCELED)
                && String.valueOf(exception.getMessage()).contains("lock timeout");
        return TRANSIENT.contains(state) || lock;
    }

    /** The server's message with its detail and hint, without severity and position. */
    @Override
    public String message(SQLException exception) {
        ServerErrorMessage server = exception instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
        if (server == null) {
            if (exception.getCause() instanceof UnknownHostException unknown) {
                return "the host " + unknown.getMessage() + " is not known";
            }
            String text = String.valueOf(exception.getMessage());
            return text.replaceFirst("^(ERROR|FATAL|PANIC): ", "");
        }
        StringBuilder message = new StringBuilder(String.valueOf(server.getMessage()));
        if (server.getDetail() != null) {
            message.append('\n').append(server.getDetail());
        }
        if (server.getHint() != null) {
            message.append('\n').append(server.getHint());
        }
        return message.toString();
    }
}
