// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.retort.diagnostic.RetortException;
import dev.retort.schema.DataType;
import dev.retort.schema.TextAttributes;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Declared types. */
class SqliteTypesTest {

    private final SqliteTypes types = new SqliteTypes();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SMALLINT",
                "INTEGER",
                "BIGINT",
                "DECIMAL",
                "DECIMAL(10)",
                "DECIMAL(10,2)",
                "REAL",
                "DOUBLE",
                "BOOLEAN",
                "CHAR",
                "CHAR(36)",
                "VARCHAR",
                "VARCHAR(20)",
                "TEXT",
                "BLOB",
                "BLOB(16)",
                "DATE",
                "TIME",
                "TIME(3)",
                "TIMETZ",
                "TIMESTAMP",
                "TIMESTAMP(6)",
                "TIMESTAMPTZ",
                "TIMESTAMPTZ(0)"
            })
    void whatIsWrittenIsRead(String sql) {
        DataType type = types.parse(sql);
        assertEquals(sql, types.render(type));
        assertEquals(false, type instanceof DataType.Native);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "integer",
                "Integer",
                "DECIMAL(12, 2)",
                "DECIMAL(-0)",
                "VARCHAR()",
                "VARCHAR(05)",
                "VARCHAR(+5)",
                "VARCHAR(5,2)",
                "VARCHAR(99999999999)",
                "INT",
                "VARCHAR (20)",
                "VARCHAR( 20 )",
                "varchar(20)",
                "VARCHAR(020)",
                "NUMERIC",
                "DECIMAL(10, 2)",
                "DATETIME",
                "JSON",
                "UNSIGNED BIG INT",
                "VARCHAR(0)",
                "TIMESTAMP(12)",
                "FLOAT",
                "CLOB",
                "VARCHAR(99999999999)",
                "DOUBLE PRECISION"
            })
    void otherWordsAreKeptAsTheyAre(String sql) {
        assertEquals(new DataType.Native(sql), types.parse(sql));
        assertEquals(sql, types.render(types.parse(sql)));
    }

    @Test
    void typesThatSqliteLacksBecomeThoseThatHoldTheirValues() {
        assertEquals(types.parse("CHAR(36)"), types.canonical(new DataType.Uuid(), false));
        assertEquals(types.parse("TEXT"), types.canonical(new DataType.Json(true), false));
        assertEquals(types.parse("TEXT"), types.canonical(new DataType.Interval(), false));
        assertEquals(types.parse("BLOB(16)"), types.canonical(new DataType.Binary(16), false));
        assertEquals(types.parse("INTEGER"), types.canonical(new DataType.Boolean(), true));
        assertEquals(types.parse("TEXT"), types.canonical(new DataType.Timestamp(3, true), true));
        assertThrows(RetortException.class, () -> types.render(new DataType.Array(new DataType.Integer())));
    }

    @Test
    void anyTypeCanHaveACollation() {
        DataType numbers = new DataType.Native("INTEGER", TextAttributes.collate("nocase"));
        assertEquals(new DataType.Native("INTEGER", TextAttributes.collate("NOCASE")), types.canonical(numbers, false));
        assertEquals(
                new DataType.Text(TextAttributes.DEFAULT),
                types.canonical(new DataType.Text(TextAttributes.collate("binary")), false));
    }

    /** What looks like a number stays a text where the model says text, bytes, JSON, UUID, date, time or interval. */
    @Test
    void noValueIsChangedByAffinity() throws SQLException {
        List<DataType> texts = List.of(
                new DataType.Text(TextAttributes.DEFAULT),
                new DataType.Varchar(9, TextAttributes.DEFAULT),
                new DataType.Json(false),
                new DataType.Uuid(),
                new DataType.Interval(),
                new DataType.Varbinary(9),
                new DataType.Blob(),
                new DataType.Enum(null, List.of("0012.50")));
        for (DataType type : texts) {
            try (TestDatabase database = TestDatabase.of(
                    "CREATE TABLE t (a " + types.render(type) + ")", "INSERT INTO t VALUES ('0012.50')")) {
                assertEquals("text|0012.50", database.text("SELECT typeof(a), a FROM t"), type.toString());
            }
        }
        for (DataType type :
                List.of(new DataType.Date(), new DataType.Timestamp(3, true), new DataType.Time(0, false))) {
            try (TestDatabase database = TestDatabase.of(
                    "CREATE TABLE t (a " + types.render(type) + ")", "INSERT INTO t VALUES ('2020-01-02 03:04:05')")) {
                assertEquals("text", database.text("SELECT typeof(a) FROM t"), type.toString());
            }
        }
    }

    @Test
    void affinityIsThatOfSqlite() throws SQLException {
        for (String type : List.of(
                "INT", "CHARINT", "VARCHAR", "CLOB", "TEXT", "BLOB", "", "REAL", "FLOA", "DOUBLE", "NUMERIC", "XYZ",
                "POINTS")) {
            try (TestDatabase database = TestDatabase.of(
                    "CREATE TABLE t (a " + type + ")", "INSERT INTO t VALUES ('5')", "INSERT INTO t VALUES (6)")) {
                String expected = switch (Affinity.of(type)) {
                    case TEXT -> "text text";
                    case BLOB -> "text integer";
                    case REAL -> "real real";
                    default -> "integer integer";
                };
                assertEquals(expected, database.text("SELECT typeof(a) FROM t"), type);
            }
        }
    }
}
