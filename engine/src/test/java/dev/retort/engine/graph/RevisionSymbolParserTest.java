// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.graph.RevisionSymbol.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionSymbolParserTest {

    @Test
    void aSymbolIsALabelANameAndAnOffset() {
        RevisionSymbol symbol = RevisionSymbol.parse("shop@head-2");
        assertEquals("shop", symbol.label());
        assertEquals("head", symbol.name());
        assertEquals(new Offset(false, 2), symbol.offset());
    }

    @Test
    void anOffsetMayStandAlone() {
        RevisionSymbol symbol = RevisionSymbol.parse("+1");
        assertTrue(symbol.isRelative());
        assertNull(symbol.name());
        assertEquals(new Offset(true, 1), symbol.offset());
    }

    @Test
    void aLabelWithADashInFrontOfTheAtIsNoOffset() {
        RevisionSymbol symbol = RevisionSymbol.parse("rel-2@head");
        assertEquals("rel-2", symbol.label());
        assertNull(symbol.offset());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1x", "v1.0+1", "a+", "a-b", "+", "a+1+1"})
    void whatOnlyLooksLikeAnOffsetIsAName(String text) {
        RevisionSymbol symbol = RevisionSymbol.parse(text);
        assertNull(symbol.offset());
        assertEquals(text, symbol.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "a@", "@a", "a@b@c", "a:b", "a b", "a+9999999999"})
    void whatHasNoMeaningIsRefusedWithTheText(String text) {
        RetortException thrown = assertThrows(RetortException.class, () -> RevisionSymbol.parse(text));
        assertEquals(ErrorCode.SYMBOL_SYNTAX, thrown.findings().get(0).code());
        assertTrue(thrown.getMessage().contains("'" + text + "'"), thrown.getMessage());
    }

    @Test
    void theEndsOfARangeMayBeLeftOut() {
        SymbolRange range = RevisionSymbolParser.parseRange(":", SourceLocation.COMMAND_LINE);
        assertNull(range.start());
        assertNull(range.end());
        assertEquals(
                "a:b",
                RevisionSymbolParser.parseRange(" a : b ", SourceLocation.COMMAND_LINE)
                        .toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a:b:c"})
    void aRangeHasOneColon(String text) {
        assertThrows(RetortException.class, () -> RevisionSymbolParser.parseRange(text, SourceLocation.COMMAND_LINE));
    }
}
