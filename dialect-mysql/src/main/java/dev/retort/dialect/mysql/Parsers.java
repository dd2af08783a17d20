// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Token;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parsers of full-text indexes, which are in no catalogue. If the server has any beside its own, each table with a
 * full-text index is asked for by itself.
 */
final class Parsers {

    private final Rows rows;
    private @Nullable Boolean some;

    Parsers(Rows rows) {
        this.rows = rows;
    }

    /** The parser of an index, or nothing. */
    String of(String schema, String table, String index) throws SQLException {
        if (some == null) {
            some = !rows.list("SELECT plugin_name FROM information_schema.plugins WHERE plugin_type = 'FTPARSER'"
                            + " AND plugin_status = 'ACTIVE'")
                    .isEmpty();
        }
        return some ? parser(Lexer.read(new String(rows.creation(schema, table), StandardCharsets.UTF_8)), index) : "";
    }

    private static String parser(List<Token> tokens, String index) {
        for (int i = 2; i < tokens.size(); i++) {
            boolean here = tokens.get(i - 2).is("FULLTEXT")
                    && tokens.get(i - 1).is("KEY")
                    && tokens.get(i).value().equals(index);
            for (int j = i + 1; here && j + 2 < tokens.size(); j++) {
                if (tokens.get(j).is("WITH") && tokens.get(j + 1).is("PARSER")) {
                    return tokens.get(j + 2).value();
                }
                if (tokens.get(j).is("KEY")
                        || tokens.get(j).is("CONSTRAINT")
                        || tokens.get(j).is("ENGINE")) {
                    break;
                }
            }
        }
        return "";
    }
}
