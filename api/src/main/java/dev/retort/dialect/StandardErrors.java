// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.project.DatabaseUrl;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what exceptions mean by the SQLSTATE that ISO SQL has for it. A dialect overrides {@link #condition} where its database
 * has codes of its own, and {@link #message} where the driver's text says more than people need.
 */
public class StandardErrors implements ErrorTranslator {

    /** For a driver that gives the states of the standard. */
    public StandardErrors() {}

    @Override
    public final Optional<Finding> translate(SQLException exception, @Nullable DatabaseUrl url) {
        String database = url == null ? "The database" : "The database " + url;
        return condition(exception)
                .map(code -> Finding.error(code, database + sentence(code) + ": " + message(exception) + "."));
    }

    private static String sentence(ErrorCode code) {
        return switch (code) {
            case UNREACHABLE -> " cannot be reached";
            case ACCESS_DENIED -> " refuses the user or the password";
            case NO_DATABASE -> " does not exist";
            case READ_ONLY -> " cannot be written";
            case NOT_A_DATABASE -> " cannot be read";
            case LOCK_TIMEOUT -> " has locks that others hold";
            default -> " cannot be used";
        };
    }

    /**
     * The condition of the database as a whole that an exception stands for: one of {@code UNREACHABLE}, {@code ACCESS_DENIED},
     * {@code NO_DATABASE}, {@code READ_ONLY}, {@code NOT_A_DATABASE} and {@code LOCK_TIMEOUT}.
     *
     * @param exception what the driver threw
     * @return the condition, or empty if the exception is about a statement
     */
    protected Optional<ErrorCode> condition(SQLException exception) {
        return switch (stateClass(exception)) {
            case "08" -> Optional.of(ErrorCode.UNREACHABLE);
            case "28" -> Optional.of(ErrorCode.ACCESS_DENIED);
            case "3D" -> Optional.of(ErrorCode.NO_DATABASE);
            default -> Optional.empty();
        };
    }

    /** Whether the transaction was rolled back because of others. */
    @Override
    public boolean isTransient(SQLException exception) {
        return stateClass(exception).equals("40");
    }

    private static String stateClass(SQLException exception) {
        String state = exception.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }

    @Override
    public String message(SQLException exception) {
        return String.valueOf(exception.getMessage());
    }
}
