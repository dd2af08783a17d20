// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Quote;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/**
 * What the text of a table of MariaDB tells and the information schema does not: characters beyond the basic plane in
 * expressions, for each of which there are four question marks, and the column of a check when it was renamed. Such a table
 * is asked for by itself.
 */
record TrueTexts(Flavor flavor, Rows rows) {

    private static final String LOST = "????";

    /**
     * @param row  has the names of the table
     * @param text an expression of a column
     * @return the same as it is
     */
    String ofColumn(Rows.Row row, String column, String text) throws SQLException {
        return restored(row, "\n  " + Quote.name(column) + " ", text);
    }

    /** The same for the expression of a check. */
    String ofCheck(Rows.Row row, String check, String text) throws SQLException {
        return restored(row, "\n  CONSTRAINT " + Quote.name(check) + " CHECK ", text);
    }

    /**
     * The column that a check is part of: the check keeps its name when the column is renamed.
     *
     * @return nothing if there is none
     */
    String columnOfCheck(Rows.Row row, String text) throws SQLException {
        String check = " CHECK (" + text + ")";
        return shown(row)
                .lines()
                .filter(line -> line.startsWith("  `") && line.contains(check))
                .map(line -> Lexer.read(line).get(0).value())
                .findFirst()
                .orElse("");
    }

    private String shown(Rows.Row row) throws SQLException {
        return new String(rows.creation(row.text("table_schema"), row.text("table_name")), StandardCharsets.UTF_8);
    }

    private String restored(Rows.Row row, String start, String text) throws SQLException {
        if (!flavor.isMariaDb() || !text.contains(LOST)) {
            return text;
        }
        String shown = shown(row);
        int from = shown.indexOf(start);
        if (from < 0) {
            return text;
        }
        String line = shown.substring(from);
        StringBuilder lost = new StringBuilder();
        int[] places = new int[line.length() * 2 + 1];
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            String next = line.codePointAt(i) > Character.MAX_VALUE ? LOST : String.valueOf(line.charAt(i));
            for (int j = 0; j < next.length(); j++) {
                places[lost.length() + j] = i;
            }
            lost.append(next);
            places[lost.length()] = i + Character.charCount(line.codePointAt(i));
        }
        int at = lost.indexOf(text, start.length());
        return at < 0 ? text : line.substring(places[at], places[at + text.length()]);
    }
}
