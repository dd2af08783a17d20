// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.project.DatabaseUrl;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StandardErrorsTest {

    private final StandardErrors errors = new StandardErrors();

    private static SQLException of(String state) {
        return new SQLException("it says why", state);
    }

    @Test
    void statesOfTheStandardTellTheConditionOfTheDatabase() {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:plain://app:secret@host/shop");
        Finding found = errors.translate(of("08001"), url).orElseThrow();
        assertEquals(ErrorCode.UNREACHABLE, found.code());
        assertEquals("The database " + url + " cannot be reached: it says why.", found.message());
        assertFalse(found.message().contains("secret"));
        assertEquals(
                ErrorCode.ACCESS_DENIED,
                errors.translate(of("28000"), null).orElseThrow().code());
        assertEquals(
                ErrorCode.NO_DATABASE,
                errors.translate(of("3D000"), null).orElseThrow().code());
        assertEquals(Optional.empty(), errors.translate(of("42000"), null));
        assertEquals(Optional.empty(), errors.translate(new SQLException("no state"), null));
    }

    @Test
    void rollbackBecauseOfOthersMayPass() {
        assertTrue(errors.isTransient(of("40001")));
        assertFalse(errors.isTransient(of("23505")));
    }

    @Test
    void versionThatIsTooOldIsRefused() {
        new ServerVersion(2, 2, 0, "PlainDB").require(2, 2);
        RetortException refused =
                assertThrows(RetortException.class, () -> new ServerVersion(2, 1, 9, "PlainDB").require(2, 2));
        assertEquals(
                "Retort needs PlainDB 2.2 or later, but this is PlainDB 2.1.9.",
                refused.findings().get(0).message());
    }

    @Test
    void waitingForEverIsTheLargestNumber() {
        assertEquals(OptionalInt.empty(), Timeouts.UNSET.lockMillis());
        assertEquals(OptionalInt.of(1500), new Timeouts(Duration.ofMillis(1500), null, null).lockMillis());
        assertEquals(OptionalInt.of(Integer.MAX_VALUE), new Timeouts(Duration.ZERO, null, null).lockMillis());
        assertEquals(OptionalInt.of(Integer.MAX_VALUE), new Timeouts(Duration.ofDays(99), null, null).lockMillis());
    }
}
