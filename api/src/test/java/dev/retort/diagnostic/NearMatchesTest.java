// SPDX-License-Identifier: Apache-2.0
package dev.retort.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMatchesTest {

    private final NearMatches operations =
            new NearMatches(List.of("create_table", "drop_table", "rename_table", "add_column", "drop_column"));

    @Test
    void aReplacedLetterIsNear() {
        assertEquals(List.of("create_table"), operations.to("creete_table"));
    }

    @Test
    void twoSwappedLettersAreOneMistake() {
        assertEquals(List.of("ab1"), new NearMatches(List.of("ab1")).to("a1b"));
    }

    @Test
    void aBeginningIsNear() {
        assertEquals(List.of("3f1c9a7b20de"), new NearMatches(List.of("3f1c9a7b20de", "8a41c0ffee12")).to("3f1c9"));
    }

    @Test
    void aNameWithSomethingAppendedIsNear() {
        assertEquals(List.of("accounts"), new NearMatches(List.of("accounts")).to("accounts_branch"));
    }

    @Test
    void caseDoesNotCount() {
        assertEquals(List.of("create_table"), operations.to("CREATE_TABLE"));
    }

    @Test
    void theNearestComesFirstAndThenTheAlphabetDecides() {
        assertEquals(
                List.of("abcdef", "abcdxf", "abxdef"),
                new NearMatches(List.of("abxdef", "abcdxf", "abcdef", "abcdef")).to("abcdef"));
    }

    @Test
    void nothingNearGivesNoQuestion() {
        assertEquals(List.of(), operations.to("vacuum"));
        assertNull(operations.question("vacuum"));
    }

    @Test
    void theQuestionListsTheNames() {
        assertEquals("Did you mean 'drop_table'?", operations.question("drop_tabel"));
    }

    @Test
    void thereAreNeverMoreThanThree() {
        assertEquals(
                3,
                new NearMatches(List.of("aaa1", "aaa2", "aaa3", "aaa4"))
                        .to("aaa")
                        .size());
    }

    @Test
    void aShortenedNameIsComparedWithTheBeginningOfNames() {
        NearMatches ids = new NearMatches(List.of("abc123def456", "jkl345mno678"));
        assertEquals(List.of(), ids.to("abd123"));
        assertEquals(List.of("abc123def456"), ids.beginningLike("abd123"));
        assertEquals("Did you mean 'abc123def456'?", ids.questionOfBeginning("abd123"));
        assertNull(ids.questionOfBeginning("zzzz99"));
    }
}
