// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.engine.plan.PortableSql;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.TextAttributes;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalcitePortableSqlTest {

    private static final DataType TEXT = new DataType.Varchar(50, TextAttributes.DEFAULT);
    private static final Table USERS = Table.of(
            QualifiedName.of("users"),
            List.of(
                    Column.of("id", new DataType.Integer()).withNullable(false),
                    Column.of("name", TEXT),
                    Column.of("label", TEXT),
                    Column.of("active", new DataType.Boolean()),
                    Column.of("born", new DataType.Date()),
                    Column.of("price", new DataType.Decimal(10, 2)),
                    Column.of("odd", new DataType.Native("odd"))));
    private static final Schema SCHEMA = new SchemaBuilder().table(USERS).build();

    private final PortableSql portable = new CalcitePortableSql();

    private String expression(String sql, Dialect dialect) {
        return portable.render(sql, dialect, SCHEMA, USERS);
    }

    private List<Finding> findings(String sql) {
        RetortException refused = assertThrows(
                RetortException.class, () -> portable.render(sql, ProfileDialect.MYSQL, SCHEMA, USERS), sql);
        assertTrue(refused.findings().stream().allMatch(finding -> finding.code() == ErrorCode.PORTABLE_SQL));
        return refused.findings();
    }

    @Test
    void theServiceLoaderFindsIt() {
        assertInstanceOf(
                CalcitePortableSql.class,
                ServiceLoader.load(PortableSql.class).findFirst().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            id / 2                       | "id" / 2                                      | `id` DIV 2
            price / 2                    | "price" / 2                                   | `price` / 2
            ~name || 'x'~                | ~"name" || 'x'~                               | ~CONCAT(`name`, 'x')~
            ~name || id~                 | ~"name" || CAST("id" AS VARCHAR(20))~         | ~CONCAT(`name`, CAST(`id` AS CHAR))~
            ~'a\\b'~                     | ~'a\\b'~                                      | ~'a\\\\b'~
            ~name LIKE 'a%' AND active~  | ~"name" LIKE 'a%' ESCAPE '' AND "active"~     | ~`name` LIKE 'a%' COLLATE utf8mb4_bin ESCAPE '' AND `active`~
            ~born + INTERVAL '3' DAY~    | ~CAST("born" + INTERVAL '3 days' AS DATE)~    | ~`born` + INTERVAL 3 DAY~
            name IS NOT DISTINCT FROM NULL | "name" IS NOT DISTINCT FROM NULL            | `name` <=> NULL
            CURRENT_TIMESTAMP            | CURRENT_TIMESTAMP                             | CURRENT_TIMESTAMP
            (id + 1) * 2 - -3            | ("id" + 1) * 2 - (-3)                         | (`id` + 1) * 2 - (-3)
            """)
    void anExpressionIsWrittenInTheWordsOfTheDialect(String sql, String postgres, String mysql) {
        assertEquals(postgres, expression(sql, ProfileDialect.POSTGRES));
        assertEquals(mysql, expression(sql, ProfileDialect.MYSQL));
    }

    @Test
    void statementsAreWrittenInTheWordsOfTheDialect() {
        assertEquals(
                "UPDATE `users` SET `label` = CONCAT(`name`, '!') WHERE `active`",
                portable.render("update users set label = name || '!' where active", ProfileDialect.MYSQL, SCHEMA));
        assertEquals(
                "SELECT `name` FROM `users` ORDER BY `name` IS NULL, `name` ASC LIMIT 3",
                portable.render(
                        "SELECT name FROM users ORDER BY name FETCH FIRST 3 ROWS ONLY", ProfileDialect.MYSQL, SCHEMA));
        assertEquals(
                "INSERT INTO \"users\" (\"id\", \"active\") VALUES (1, TRUE), (2, NULL)",
                portable.render(
                        "INSERT INTO users (id, active) VALUES (1, TRUE), (2, NULL)", ProfileDialect.POSTGRES, SCHEMA));
    }

    @Test
    void namesKeepTheirCase() {
        assertEquals("\"MixedCase\" > 1", portable.render("MixedCase > 1", ProfileDialect.POSTGRES, SCHEMA));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            nmae = 'x'                        | line 1, column 1: Column 'nmae' is unknown, not in 'users'.                  | Did you mean 'name'?
            SELECT name FROM user_s           | line 1, column 18: There is no table or view 'user_s' at this revision.      | Did you mean 'users'?
            SELECT name AS n FORM users        | line 1, column 18: Found 'FORM'   | one text
            value > 1                         | line 1, column 1: Found 'value'                                              | reserved word
            odd / 2                           | The type of an operand of '/' is not known                                   | CAST(x AS INTEGER)
            ~name || price~                 | which databases write differently                                            | one text for each dialect
            active = 1                        | A truth value is compared with a whole number                                     | TRUE or FALSE
            born > '2026-01-01'               | A date is compared with a text                                               | DATE '2026-01-31'
            id AND active                     | An operand of AND must be a truth value, but found a whole number.                | Write a comparison.
            CONCAT(name, 'x')                 | Function 'CONCAT' is not portable.                                           | ~Write a || b~
            UPER(name)                        | Function 'UPER' is not portable.                                             | Did you mean 'UPPER'?
            CAST(active AS VARCHAR)           | A truth value has no portable CAST to VARCHAR.                               | CASE
            CAST(id AS DECIMAL)               | DECIMAL without a precision                                                  | DECIMAL(p, s)
            CAST('x1' AS INTEGER)             | 'x1' cannot be turned into INTEGER                                           | one text
            id / 0                            | Division by zero                                                             | one text
            DATE '2026-02-30'                 | '2026-02-30' is no date.                                                     | DATE '2026-01-31'
            COUNT(id) > 1                     | COUNT cannot stand here                                                      | one text
            born + INTERVAL '1' HOUR          | An interval of HOUR cannot be added to a date.                               | CAST
            UPDATE users SET name = 1         | Column 'name' holds a text, but found a whole number                              | CAST
            UPDATE users SET name = 'x', label = name | a later assignment reads the new value (dialect 'mysql')             | one text
            SELECT u.id FROM users AS u FULL JOIN users AS w ON u.id = w.id | MySQL has no FULL JOIN                     | one text
            SELECT name, COUNT(*) AS c FROM users | 'name' is neither in GROUP BY nor inside an aggregate function.      | Add it to GROUP BY
            SELECT id + 1 FROM users          | A column that is computed must have a name                                   | Write AS
            SELECT id FROM users, users AS u  | Column 'id' is ambiguous                                                     | users.id
            INSERT INTO users (id) VALUES (1, 2) | There are 2 values for 1 columns.                                         | one text
            CREATE TABLE x (id INT)           | Found 'CREATE'                                                               | create_table
            DELETE FROM users; DELETE FROM users | Found a second statement                                                  | operation for each
            id = ?                            | is not portable                                                              | one text
            """)
    void whatCannotBeKeptIsRefused(String sql, String message, String hint) {
        Finding finding = findings(sql).get(0);
        assertTrue(finding.message().contains(message), finding.message());
        assertTrue(String.valueOf(finding.hint()).contains(hint), finding.hint());
    }

    @Test
    void allThatIsWrongIsSaidAtOnceWithItsPlace() {
        List<Finding> found = findings("SELECT nmae,\n  lable FROM users\nWHERE id");
        assertEquals(3, found.size());
        assertTrue(found.stream().anyMatch(finding -> finding.message().contains("line 2, column 3: Column 'lable'")));
    }
}
