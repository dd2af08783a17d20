// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a server answers to SHOW CREATE, for every object of a database. */
final class ShownTexts {

    private ShownTexts() {}

    static Map<String, String> of(Connection connection) throws SQLException {
        Map<String, String> texts = new TreeMap<>();
        for (String[] row : rows(connection, "SHOW FULL TABLES")) {
            String kind = row[1].equals("VIEW") ? "VIEW" : row[1].equals("SEQUENCE") ? "SEQUENCE" : "TABLE";
            show(connection, kind, row[0], 1, texts);
        }
        boolean mariaDb = connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
        List<String> kinds = new ArrayList<>(List.of("FUNCTION", "PROCEDURE"));
        if (mariaDb) {
            kinds.addAll(List.of("PACKAGE", "PACKAGE BODY"));
        }
        for (String kind : kinds) {
            for (String[] row : rows(connection, "SHOW " + kind + " STATUS WHERE Db = DATABASE()")) {
                show(connection, kind, row[1], 2, texts);
            }
        }
        for (String[] row : rows(connection, "SHOW TRIGGERS")) {
            show(connection, "TRIGGER", row[0], 2, texts);
        }
        for (String[] row : rows(connection, "SHOW EVENTS")) {
            show(connection, "EVENT", row[1], 3, texts);
        }
        // The order in which triggers of one kind run.
        rows(
                        connection,
                        "SELECT event_object_table, event_manipulation, action_timing, trigger_name FROM"
                                + " information_schema.triggers WHERE trigger_schema = DATABASE()"
                                + " ORDER BY event_object_table, event_manipulation, action_timing, action_order")
                .forEach(row -> texts.merge(
                        "ORDER OF TRIGGERS " + row[0] + " " + row[1] + " " + row[2], row[3], (a, b) -> a + ", " + b));
        return texts;
    }

    private static void show(Connection connection, String kind, String name, int column, Map<String, String> texts)
            throws SQLException {
        for (String[] row : rows(connection, "SHOW CREATE " + kind + " `" + name.replace("`", "``") + "`")) {
            // Both actions are what a key does unless it says otherwise; each server repeats one of them.
            String text = String.valueOf(row[column])
                    .replaceAll(" AUTO_INCREMENT=\\d+", "")
                    .replaceAll(" ON (DELETE|UPDATE) (NO ACTION|RESTRICT)", "")
                    .replace("`" + connection.getCatalog() + "`.", "");
            texts.put(
                    kind + " " + name,
                    kind.equals("TABLE") ? sorted(text) : kind.equals("TRIGGER") ? withPlainHead(text) : text);
        }
    }

    /** MariaDB shows a trigger as it was written, but what stands before its body says the same in any spelling. */
    private static String withPlainHead(String text) {
        String body = Header.bodyOfTrigger(text);
        return body == null
                ? text
                : Lexer.read(text.substring(0, text.length() - body.length())).stream()
                                .map(token -> token.value().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" "))
                        + "\n" + body;
    }

    /** The order of keys means nothing, that of columns does. */
    private static String sorted(String text) {
        List<String> lines = new ArrayList<>(
                text.lines().map(line -> line.replaceFirst(",$", "")).toList());
        int last = lines.size();
        while (last > 0 && !lines.get(last - 1).startsWith(")")) {
            last--;
        }
        int first = 1;
        while (first < last
                && !lines.get(first)
                        .matches("  (PRIMARY |UNIQUE |FULLTEXT |SPATIAL |VECTOR )?KEY .*|  CONSTRAINT .*")) {
            first++;
        }
        Collections.sort(lines.subList(first, Math.max(first, last - 1)));
        return String.join("\n", lines);
    }

    private static List<String[]> rows(Connection connection, String sql) throws SQLException {
        List<String[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                String[] row = new String[result.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = result.getString(i + 1);
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
