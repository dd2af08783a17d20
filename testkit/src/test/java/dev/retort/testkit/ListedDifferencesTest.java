// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.testkit.cases.OperationCases;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListedDifferencesTest {

    @Test
    void differencesAreOfObjectsThatDifferOrThatOneAloneHas() {
        assertEquals(
                Map.of("a", "+ 2\n- 1", "b", "- 1", "d", "+ 1"),
                sorted(ListedDifferences.between(
                        Map.of("a", "1", "b", "1", "c", "1"), Map.of("a", "2", "c", "1", "d", "1"))));
    }

    private static Map<String, String> sorted(Map<String, String> differences) {
        differences.replaceAll(
                (what, how) -> String.join("\n", how.lines().sorted().toList()));
        return differences;
    }

    @Test
    void whatIsListedForAServerIsAcceptedThereAlone() throws IOException {
        ListedDifferences listed = ListedDifferences.beside(ListedDifferencesTest.class);
        Map<String, String> both = Map.of("TABLE a", "- 1", "INDEX b", "- 2");
        assertDoesNotThrow(() -> listed.check("shop", "13", both));
        AssertionError error = assertThrows(AssertionError.class, () -> listed.check("shop", "18", both));
        assertEquals("shop on 18:\n=== INDEX b is not listed\n- 2\n", error.getMessage());
    }

    @Test
    void whatIsListedMustStillBeADifference() throws IOException {
        ListedDifferences listed = ListedDifferences.beside(ListedDifferencesTest.class);
        AssertionError error = assertThrows(AssertionError.class, () -> listed.check("shop", "18", Map.of()));
        assertEquals("shop on 18:\n=== TABLE a is listed, but is no longer a difference\n", error.getMessage());
        assertDoesNotThrow(() -> listed.check("other", "18", Map.of()));
    }

    @Test
    void lineWithoutAReasonIsAMistake() {
        for (Class<?> beside : List.of(OperationCases.class, String.class)) {
            String message = assertThrows(IllegalStateException.class, () -> ListedDifferences.beside(beside))
                    .getMessage();
            assertTrue(message.contains("without a reason") || message.contains("java.lang.String"), message);
        }
    }
}
