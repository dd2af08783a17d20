// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.dialect.StandardErrors;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says what H2's error codes mean.
 *
 * @see <a href="https://www.h2database.com/javadoc/org/h2/api/ErrorCode.html">Error codes</a>
 */
final class H2Errors extends StandardErrors {

    /** The statement, which H2 repeats, and the code at the end. */
    private static final Pattern TAIL = Pattern.compile("; SQL statement:.*| \\[\\d+-\\d+]$", Pattern.DOTALL);

    @Override
    protected Optional<ErrorCode> condition(SQLException exception) {
        return switch (exception.getErrorCode()) {
            case 90020, 90067, 90098, 90121, 90135 -> Optional.of(ErrorCode.UNREACHABLE);
            case 90013, 90146 -> Optional.of(ErrorCode.NO_DATABASE);
            case 90030, 90049 -> Optional.of(ErrorCode.NOT_A_DATABASE);
            case 90097 -> Optional.of(ErrorCode.READ_ONLY);
            case 50200 -> Optional.of(ErrorCode.LOCK_TIMEOUT);
            default -> super.condition(exception);
        };
    }

    /** A lock timeout, a deadlock, or a row that another transaction changed. */
    @Override
    public boolean isTransient(SQLException exception) {
        return Set.of(50200, 40001, 90131).contains(exception.getErrorCode());
    }

    @Override
    public String message(SQLException exception) {
        return TAIL.matcher(super.message(exception)).replaceAll("").replace("\n", " ");
    }
}
