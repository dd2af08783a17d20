// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder in which somebody types command lines of Retort. They go the way of the program, with streams that are kept. */
final class Shell {

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private boolean terminal;

    /** How a command ended. */
    record Ran(int status, String out, String err) {}

    Shell(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** From now on a person watches. */
    Shell watched() {
        terminal = true;
        return this;
    }

    Ran run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Surroundings(
                        folder,
                        environment,
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8),
                        terminal,
                        terminal))
                .run(words);
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs a command that must succeed without a word on standard error, and returns its standard output. */
    String out(String... words) {
        Ran ran = run(words);
        assertEquals("", ran.err(), () -> "standard error of retort " + String.join(" ", words));
        assertEquals(0, ran.status(), () -> "status of retort " + String.join(" ", words));
        return ran.out();
    }

    /** Runs a command that must fail without a word on standard output, and returns its standard error. */
    String err(int status, String... words) {
        Ran ran = run(words);
        assertEquals("", ran.out(), () -> "standard output of retort " + String.join(" ", words));
        assertEquals(status, ran.status(), ran.err());
        return ran.err();
    }

    void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The names of all files and folders below the folder, sorted. */
    List<String> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The rows of a query, their values joined by {@code |}. */
    List<String> rows(String database, String query) {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getObject(i)));
                }
                rows.add(String.join("|", row));
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Runs a script as the database's own client would. */
    void script(String database, String sql) {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What the database says that its schema is, without Retort's own tables. */
    List<String> schema(String database) {
        return rows(
                database,
                "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' AND tbl_name NOT LIKE 'retort_%'"
                        + " ORDER BY type, name");
    }

    private Connection open(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(database));
    }
}
