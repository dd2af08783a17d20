// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextToolsTest {

    private static List<String> split(String script) {
        return StatementSplitter.split(script).stream().map(Fragment::text).toList();
    }

    @Test
    void statementsEndAtSemicolonsOutsideStringsAndComments() {
        assertEquals(
                List.of("SELECT ';', \";\" -- ;\n;", "SELECT 2"),
                split("-- a;\n SELECT ';', \";\" -- ;\n; ;; /* ; */ SELECT 2 "));
        assertEquals(List.of(), split(" ; -- nothing"));
    }

    @Test
    void aTriggerEndsAtItsEnd() {
        String trigger = "CREATE TEMP TRIGGER g AFTER INSERT ON t BEGIN SELECT CASE WHEN 1 THEN 2 END; "
                + "UPDATE t SET a = 1; END;";
        assertEquals(List.of(trigger, "SELECT 1;"), split(trigger + "\nSELECT 1;"));
        assertEquals(
                List.of("EXPLAIN QUERY PLAN " + trigger, "SELECT 1;"),
                split("EXPLAIN QUERY PLAN " + trigger + "SELECT 1;"));
        assertEquals(List.of("BEGIN;", "SELECT 1;", "END;"), split("BEGIN; SELECT 1; END;"));
        assertEquals(List.of("CREATE TABLE trigger(a);", "SELECT 1;"), split("CREATE TABLE trigger(a); SELECT 1;"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "SELECT * FROM T~true", "SELECT * FROM [t]~true", "SELECT * FROM 't'~true", "SELECT 't' FROM u~false",
                "SELECT 1 -- t~false", "SELECT tt FROM u~false", "SELECT \"t\" FROM u~true",
                        "INSERT INTO `T`(a) VALUES(1)~true"
            })
    void aMentionIsAWholeName(String text, boolean mentioned) {
        assertEquals(mentioned, TableMentions.mentions(text, "t"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "create table T(a int)~CREATE  TABLE t ( a INT ) ; -- x~true",
                "SELECT [Ab]~select \"Ab\"~true",
                "SELECT `Ab`~select Ab~true",
                "SELECT [Ab]~select \"ab\"~false",
                "SELECT 'a'~SELECT 'A'~false",
                "SELECT 'a'~SELECT \"a\"~false",
                "SELECT \"select\"~SELECT select~false",
                "SELECT 1E5~select 1e5~true",
                "SELECT a~SELECT a b~false",
                "SELECT x'Ff'~SELECT X'fF'~true"
            })
    void textsAreComparedByTheirTokens(String one, String other, boolean same) {
        assertEquals(same, TextEquivalence.equivalent(one, other));
        assertEquals(same, TextEquivalence.equivalent(other, one));
    }

    @Test
    void aDifferenceIsShown() {
        assertEquals(
                "token 2: 'a' against 'b'",
                TextEquivalence.difference("SELECT a", "SELECT b").orElseThrow());
        assertTrue(TextEquivalence.difference("a", "a;").isEmpty());
        assertFalse(TextEquivalence.difference("a", "a b").isEmpty());
    }
}
