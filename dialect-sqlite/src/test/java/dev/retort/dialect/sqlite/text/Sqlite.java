// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A real SQLite database in memory, for tests. */
final class Sqlite implements AutoCloseable {

    private final Connection connection;

    Sqlite() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    boolean accepts(String sql) {
        try {
            run(sql);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    List<String> schema() throws SQLException {
        return strings("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                + "ORDER BY rowid");
    }

    String sql(String name) throws SQLException {
        return strings("SELECT sql FROM sqlite_schema WHERE name = '" + name.replace("'", "''") + "' COLLATE NOCASE")
                .get(0);
    }

    List<String> strings(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    TableFacts facts(String table) throws SQLException {
        String quoted = "'" + table.replace("'", "''") + "'";
        List<TableFacts.Column> columns = new ArrayList<>();
        Map<Integer, List<String>> keys = new TreeMap<>();
        Map<Integer, List<String>> from = new TreeMap<>();
        Map<Integer, List<String>> to = new TreeMap<>();
        Map<Integer, String> rest = new TreeMap<>();
        Set<List<String>> uniques = new HashSet<>();
        boolean withoutRowid;
        boolean strict;
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT * FROM pragma_table_xinfo(" + quoted + ")")) {
                while (row.next()) {
                    columns.add(new TableFacts.Column(
                            row.getString("name"),
                            SqliteName.fold(row.getString("type")),
                            row.getInt("notnull") == 1,
                            row.getString("dflt_value"),
                            row.getInt("pk"),
                            row.getInt("hidden")));
                }
            }
            try (ResultSet row =
                    statement.executeQuery("SELECT * FROM pragma_foreign_key_list(" + quoted + ") ORDER BY id, seq")) {
                while (row.next()) {
                    int id = row.getInt("id");
                    from.computeIfAbsent(id, i -> new ArrayList<>()).add(SqliteName.fold(row.getString("from")));
                    to.computeIfAbsent(id, i -> new ArrayList<>());
                    if (row.getString("to") != null) {
                        to.get(id).add(SqliteName.fold(row.getString("to")));
                    }
                    rest.put(id, row.getString("on_update") + " " + row.getString("on_delete"));
                    keys.put(id, List.of(SqliteName.fold(row.getString("table"))));
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT l.name, i.name FROM pragma_index_list(" + quoted
                    + ") l, pragma_index_info(l.name) i WHERE l.origin <> 'c' ORDER BY l.name, i.seqno")) {
                Map<String, List<String>> indexes = new TreeMap<>();
                while (row.next()) {
                    indexes.computeIfAbsent(row.getString(1), i -> new ArrayList<>())
                            .add(SqliteName.fold(row.getString(2)));
                }
                uniques.addAll(indexes.values());
            }
            try (ResultSet row = statement.executeQuery(
                    "SELECT wr, strict FROM pragma_table_list WHERE name = " + quoted + " COLLATE NOCASE")) {
                row.next();
                withoutRowid = row.getInt(1) == 1;
                strict = row.getInt(2) == 1;
            }
        }
        Set<String> foreignKeys = new TreeSet<>();
        from.forEach(
                (id, names) -> foreignKeys.add(names + " -> " + keys.get(id).get(0) + to.get(id) + " " + rest.get(id)));
        return new TableFacts(SqliteName.fold(table), columns, foreignKeys, uniques, withoutRowid, strict);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
