// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.dialect.ErrorTranslator;
import dev.retort.project.DatabaseUrl;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what H2's error codes mean.
 *
 * @see <a href="https://www.h2database.com/javadoc/org/h2/api/ErrorCode.html">Error codes</a>
 */
final class H2Errors implements ErrorTranslator {

    /** The statement, which H2 repeats, and the code at the end. */
    private static final Pattern TAIL = Pattern.compile("; SQL statement:.*| \\[\\d+-\\d+]$", Pattern.DOTALL);

    @Override
    public Optional<Finding> translate(SQLException exception, @Nullable DatabaseUrl url) {
        String database = url == null ? "The database" : "The database " + url;
        String detail = ": " + message(exception) + ".";
        return switch (exception.getErrorCode()) {
            case 90020 -> found(ErrorCode.UNREACHABLE, database + " is open in another process" + detail);
            case 90067, 90098, 90121, 90135 -> found(ErrorCode.UNREACHABLE, database + " cannot be reached" + detail);
            case 90013, 90146 -> found(ErrorCode.NO_DATABASE, database + " does not exist" + detail);
            case 28000 -> found(ErrorCode.ACCESS_DENIED, database + " refuses the user or the password.");
            case 90097 -> found(ErrorCode.READ_ONLY, database + " cannot be written" + detail);
            case 90030, 90049 -> found(ErrorCode.NOT_A_DATABASE, database + " cannot be read" + detail);
            case 50200 -> found(ErrorCode.LOCK_TIMEOUT, database + " has locks that others hold" + detail);
            default -> Optional.empty();
        };
    }

    private static Optional<Finding> found(ErrorCode code, String message) {
        return Optional.of(Finding.error(code, message));
    }

    /** A lock timeout, a deadlock, or a row that another transaction changed. */
    @Override
    public boolean isTransient(SQLException exception) {
        return switch (exception.getErrorCode()) {
            case 50200, 40001, 90131 -> true;
            default -> false;
        };
    }

    @Override
    public String message(SQLException exception) {
        return TAIL.matcher(String.valueOf(exception.getMessage())).replaceAll("").replace("\n", " ");
    }
}
