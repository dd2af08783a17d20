// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomTablesTest {

    private static final int TABLES = 800;

    @Test
    void theParseAgreesWithWhatSqliteUnderstood() throws SQLException {
        for (int seed = 0; seed < TABLES; seed++) {
            String text = RandomTable.text(new Random(seed));
            try (Sqlite sqlite = new Sqlite()) {
                sqlite.run(text);
                CreateTableText parsed = CreateTableText.parse(text);
                assertEquals(sqlite.facts("t 1"), TableFacts.of(parsed), "seed " + seed + "\n" + text);
                CreateTableText kept = CreateTableText.parse(sqlite.sql("t 1"));
                assertEquals(TableFacts.of(parsed), TableFacts.of(kept), "seed " + seed + "\n" + text);
            } catch (SQLException | SqliteTextException failure) {
                throw new AssertionError("seed " + seed + "\n" + text, failure);
            }
        }
    }

    @Test
    void theTextsOfAllTokensTogetherAreTheText() {
        for (int seed = 0; seed < TABLES; seed++) {
            String text = RandomTable.text(new Random(seed));
            StringBuilder joined = new StringBuilder();
            SqliteLexer.tokens(text).forEach(token -> {
                assertEquals(joined.length(), token.start());
                joined.append(token.text());
                assertEquals(joined.length(), token.end());
            });
            assertEquals(text, joined.toString());
        }
    }
}
