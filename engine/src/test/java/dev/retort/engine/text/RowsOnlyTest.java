// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.schema.SqlText;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsOnlyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE t SET a = 1",
                "-- drop\n/* create */ insert into t values (';drop table t')",
                "select 1; delete from t;",
                "WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x",
                "CREATE ROLE r",
                "",
                "(SELECT 1)",
                "SELECT $a$; DROP TABLE t; $a$"
            })
    void textsThatLeaveTheSchemaAlone(String sql) {
        assertTrue(RowsOnly.is(SqlText.verbatim(sql)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a int)",
                "UPDATE t SET a = 1; ALTER TABLE t ADD b int",
                "DO $$ BEGIN END $$",
                "CALL p()",
                "SELECT 1 INTO t2 FROM t",
                "/*!50000 DROP TABLE t */"
            })
    void textsThatMayChangeIt(String sql) {
        assertFalse(RowsOnly.is(SqlText.verbatim(sql)));
    }

    @Test
    void everyVariantCounts() {
        assertFalse(RowsOnly.is(SqlText.variants(Map.of("a", "SELECT 1", "b", "DROP TABLE t"), null)));
        assertFalse(RowsOnly.is(SqlText.variants(Map.of("a", "SELECT 1"), "DROP TABLE t")));
        assertTrue(RowsOnly.is(SqlText.variants(Map.of("a", "ANALYZE t"), "")));
    }

    @Test
    void aNameIsRenamedOnlyWhereItIsAColumn() {
        NameInSql name = new NameInSql("date", java.util.Set.of("Dates"), java.util.Set.of("t"));
        assertEquals(
                "t.day > CAST(x AS date) AND other.date = date(\"day\") AND DATE '2020-01-01' < day AND day::date > :date",
                name.rename(
                        "t.date > CAST(x AS date) AND other.date = date(\"date\") AND DATE '2020-01-01' < date AND date::date > :date",
                        "day",
                        RowsOnlyTest::bracketed));
        assertEquals("\"two words\" > 0", name.rename("date > 0", "two words", to -> '"' + to + '"'));
        assertEquals("[two words] > 0", name.rename("date > 0", "two words", RowsOnlyTest::bracketed));
        assertEquals("`d``x` > \"date\"", name.rename("`date` > \"date\"", "d`x", RowsOnlyTest::bracketed));
    }

    private static String bracketed(String name) {
        return "[" + name + "]";
    }
}
