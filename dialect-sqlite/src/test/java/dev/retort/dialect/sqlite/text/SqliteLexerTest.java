// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteLexerTest {

    private static String kinds(String text) {
        return SqliteLexer.tokens(text).stream()
                .filter(token -> token.kind() != TokenKind.WHITESPACE)
                .map(token -> token.kind().name())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "a~WORD",
                "_a$1~WORD",
                "straße~WORD",
                "\"a\"\"b\"~DOUBLE_QUOTED",
                "[a b]~BRACKETED",
                "`a``b`~BACKTICKED",
                "'it''s'~STRING",
                "x'0aFF'~BLOB",
                "X''~BLOB",
                "x'0'~ILLEGAL",
                "x'0g'~ILLEGAL",
                "xa~WORD",
                "1~NUMBER",
                "1.5~NUMBER",
                ".5~NUMBER",
                "1.~NUMBER",
                "1e5~NUMBER",
                "1.5E-10~NUMBER",
                "0x1F~NUMBER",
                "1_000~NUMBER",
                "0xAB_CD~NUMBER",
                "1_000.5_5e1_0~NUMBER",
                "1_~ILLEGAL",
                "1__0~ILLEGAL",
                "1a~ILLEGAL",
                "0xg~ILLEGAL",
                "1e~ILLEGAL",
                "->~OPERATOR",
                "->>~OPERATOR",
                "||~OPERATOR",
                "<<~OPERATOR",
                ">>~OPERATOR",
                "<>~OPERATOR",
                "!=~OPERATOR",
                "==~OPERATOR",
                "<=~OPERATOR",
                ">=~OPERATOR",
                "!~ILLEGAL",
                "a.b~WORD OPERATOR WORD",
                "|~OPERATOR",
                "- -~OPERATOR OPERATOR",
                "?~VARIABLE",
                "?12~VARIABLE",
                ":a~VARIABLE",
                "@a~VARIABLE",
                "$a~VARIABLE",
                "$a::b(c)~VARIABLE",
                ":~ILLEGAL",
                "--x~LINE_COMMENT",
                "/* x */a~BLOCK_COMMENT WORD",
                "/* x~BLOCK_COMMENT",
                "/*/~BLOCK_COMMENT",
                "/*~OPERATOR OPERATOR",
                "'open~ILLEGAL",
                "[open~ILLEGAL",
                "\"a~ILLEGAL",
                "{~ILLEGAL",
            })
    void tokensHaveTheKindsSqliteGivesThem(String text, String kinds) {
        assertEquals(kinds, kinds(text));
    }

    @Test
    void aLineCommentEndsBeforeItsLineBreak() {
        assertEquals("-- x", SqliteLexer.tokens("-- x\na").get(0).text());
        assertEquals(3, SqliteLexer.tokens("-- x\na").size());
    }

    @Test
    void aByteOrderMarkIsWhitespace() {
        assertEquals("WORD", kinds("\ufeffselect"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {"a~a", "\"a\"\"b\"~a\"b", "[a\"b]~a\"b", "`a``b`~a`b", "'it''s'~it's"})
    void aNameIsTheTextWithoutItsQuotes(String text, String name) {
        assertEquals(name, SqliteLexer.tokens(text).get(0).name());
    }

    @Test
    void onlyAsciiLettersCompareWithoutCase() {
        assertTrue(SqliteName.same("TaBle_1", "tAbLE_1"));
        assertFalse(SqliteName.same("Ä", "ä"));
        assertFalse(SqliteName.same("\u0130", "i"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "plain~plain",
                "with space~\"with space\"",
                "order~\"order\"",
                "Key~\"Key\"",
                "1a~\"1a\"",
                "a\"b~\"a\"\"b\"",
                "~\"\""
            })
    void aNameIsQuotedWhereSqliteNeedsIt(String name, String sql) {
        assertEquals(sql, SqliteName.sql(name == null ? "" : name));
    }
}
