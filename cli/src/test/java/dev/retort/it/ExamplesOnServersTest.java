// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.retort.cli.Main;
import dev.retort.engine.Retort;
import dev.retort.engine.RetortConfig;
import dev.retort.project.DatabaseUrl;
import dev.retort.project.ProjectSettings;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The music store, written once, goes up, down and up again on every server, and holds the same rows afterwards. */
@ExtendWith(TestServersExtension.class)
class ExamplesOnServersTest {

    private static final String DATABASE = "retort_music";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = "POSTGRES_OLDEST", mode = EnumSource.Mode.EXCLUDE)
    void musicStoreRunsUnchanged(ServerKind kind, TestServers servers) throws IOException, SQLException {
        String url = emptyDatabase(servers.get(kind).url());
        copy(Path.of("../examples/music-store"), folder);
        Retort retort = Retort.open(RetortConfig.builder(ProjectSettings.defaults(folder))
                .url(DatabaseUrl.parse(url))
                .classLoader(Main.class.getClassLoader())
                .build());
        assertEquals(18, retort.upgrade("head").steps().size());
        Map<String, List<String>> rows = rows(url);
        assertFalse(rows.values().stream().allMatch(List::isEmpty), "no rows");

        retort.downgrade("base");
        assertEquals(List.of(), List.copyOf(rows(url).keySet()));

        retort.upgrade("head");
        assertEquals(rows, rows(url));
    }

    static String emptyDatabase(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + DATABASE);
            statement.execute(
                    "CREATE DATABASE " + DATABASE + (url.contains(":mysql:") ? " CHARACTER SET utf8mb4" : ""));
        }
        return url.replaceFirst("/[A-Za-z]+\\?", "/" + DATABASE + "?");
    }

    /** All tables but Retort's own, each with its rows as text, sorted. */
    private static Map<String, List<String>> rows(String url) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                List<String> lines = new ArrayList<>();
                String quote = connection.getMetaData().getIdentifierQuoteString();
                try (ResultSet result = statement.executeQuery("SELECT * FROM " + quote + table + quote)) {
                    while (result.next()) {
                        StringBuilder line = new StringBuilder();
                        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                            line.append(result.getString(i)).append('|');
                        }
                        lines.add(line.toString());
                    }
                }
                rows.put(table, lines.stream().sorted().toList());
            }
        }
        return rows;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        DatabaseMetaData data = connection.getMetaData();
        try (ResultSet result =
                data.getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (result.next()) {
                String name = result.getString("TABLE_NAME");
                if (!name.startsWith("retort_")) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().contains(".db")) {
                    Path target = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }
}
