// SPDX-License-Identifier: Apache-2.0
package dev.retort.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"head", "heads", "base", "current", "none", "HEAD", "Base"})
    void aWordOfSymbolsIsNoId(String text) {
        assertEquals("not be the reserved word '" + text + "'", RevisionId.problemWith(text));
        assertThrows(IllegalArgumentException.class, () -> new RevisionId(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "a-b", "a+b", "a:b", "-", "a@"})
    void aCharacterOfSymbolsIsNotInAnId(String text) {
        assertEquals("not contain '" + text.replaceAll("[ab]", "").charAt(0) + "'", RevisionId.problemWith(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb", "a\n", "\u0000"})
    void whiteSpaceIsNotInAnId(String text) {
        assertEquals("not contain white space", RevisionId.problemWith(text));
    }

    @Test
    void anIdIsAsLongAsTheColumnIsWide() {
        assertNull(RevisionId.problemWith("x".repeat(128)));
        assertEquals("have at most 128 characters", RevisionId.problemWith("x".repeat(129)));
        assertEquals("not be empty", RevisionId.problemWith(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"headless", "v1.0", "2026_01", "größe", "日本語", "a/b"})
    void everythingElseIsAnId(String text) {
        assertNull(RevisionId.problemWith(text));
    }
}
