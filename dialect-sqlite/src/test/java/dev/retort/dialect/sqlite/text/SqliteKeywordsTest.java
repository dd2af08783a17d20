// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqliteKeywordsTest {

    @Test
    void sqliteTakesTheSameKeywordsForNames() throws SQLException {
        for (String keyword : SqliteKeywords.all()) {
            Token word = SqliteLexer.tokens(keyword).get(0);
            try (Sqlite sqlite = new Sqlite()) {
                boolean table = sqlite.accepts("CREATE TABLE " + keyword + " (a)");
                boolean column = sqlite.accepts("CREATE TABLE other (" + keyword + ")");
                boolean type = sqlite.accepts("CREATE TABLE typed (a one " + keyword + " two three)");
                assertEquals(column, SqliteKeywords.canName(word), keyword);
                // IF may begin IF NOT EXISTS, so that SQLite does not take it for a table's name.
                assertTrue(table == column || keyword.equals("if"), keyword);
                assertEquals(type, SqliteKeywords.canBeId(word), keyword);
            }
        }
    }
}
