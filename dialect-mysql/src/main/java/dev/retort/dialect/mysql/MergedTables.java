// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Token;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Of which tables a table of engine {@code MERGE} is made: in no catalogue, so that each is asked for by itself. */
record MergedTables(Rows rows, MysqlInspector.Names names) {

    static final String ENGINE = "mrg_myisam";

    /** The options of such a table, as they are written. */
    List<String> options(String schema, String table) throws SQLException {
        String sql = names.withoutDatabase(new String(rows.creation(schema, table), StandardCharsets.UTF_8));
        List<Token> tokens = Lexer.read(sql);
        List<String> options = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i + 2 < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0 && tokens.get(i).is("INSERT_METHOD")) {
                options.add("INSERT_METHOD=" + tokens.get(i + 2).text());
            }
            if (depth == 0 && tokens.get(i).is("UNION")) {
                int end = RoutineTexts.closing(tokens, i + 2);
                options.add("UNION="
                        + sql.substring(
                                tokens.get(i + 2).start(), tokens.get(end).end()));
            }
        }
        return options;
    }
}
