// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.cli.Main;
import dev.retort.diagnostic.RetortException;
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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Constraints that a migration did not name are known by the names that the server gave them, as users of Alembic call them. */
@ExtendWith(TestServersExtension.class)
class GivenNamesTest {

    private static final String TABLE = """
            revision: aaaa1111
            message: Tables
            upgrade:
              - create_table:
                  name: items
                  columns:
                    - {name: id, type: integer, nullable: false}
                    - {name: code, type: varchar(20)}
                    - {name: qty, type: integer}
                    - {name: parent_id, type: integer}
                  primary_key: [id]
                  unique:
                    - [code]
                  checks:
                    - qty > 0
                  foreign_keys:
                    - {columns: [parent_id], references: {table: items, columns: [id]}}
            """;

    @TempDir
    Path folder;

    /** Unique, check and foreign key. */
    private static List<String> names(ServerKind kind) {
        return switch (kind) {
            case POSTGRES, POSTGRES_OLDEST -> List.of("items_code_key", "items_qty_check", "items_parent_id_fkey");
            case MYSQL -> List.of("code", "items_chk_1", "items_ibfk_1");
            case MARIADB -> List.of("code", "CONSTRAINT_1", "items_ibfk_1");
        };
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRES_OLDEST", mode = EnumSource.Mode.EXCLUDE)
    void aConstraintIsDroppedAndRenamedByTheNameThatTheServerGaveIt(ServerKind kind, TestServers servers)
            throws Exception {
        List<String> names = names(kind);
        String url = ExamplesOnServersTest.emptyDatabase(servers.get(kind).url());
        Retort retort = project(url, """
                revision: bbbb2222
                revises: aaaa1111
                message: Other constraints
                upgrade:
                  - drop_constraint: {table: items, name: %s}
                  - drop_constraint: {table: items, name: %s}
                  - rename_constraint: {table: items, from: %s, to: fk_parent}
                """.formatted(names.get(0), names.get(1), names.get(2)));

        retort.upgrade("head");
        assertEquals(List.of("key of id", "fk_parent"), keys(url));
        retort.downgrade("-1");
        retort.upgrade("head");
        assertEquals(1, retort.downgrade("-1").steps().size());
        retort.downgrade("base");
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRES_OLDEST", mode = EnumSource.Mode.EXCLUDE)
    void aNameThatNobodyGaveIsAMistake(ServerKind kind, TestServers servers) throws Exception {
        Retort retort =
                project(ExamplesOnServersTest.emptyDatabase(servers.get(kind).url()), """
                revision: bbbb2222
                revises: aaaa1111
                message: Other constraints
                upgrade:
                  - drop_constraint: {table: items, name: items_other}
                """);
        String said = assertThrows(RetortException.class, () -> retort.upgrade("head"))
                .findings()
                .get(0)
                .message();
        assertTrue(said.contains("'items_other'"), said);
    }

    /** The names cannot be told of a schema that the database cannot have, and that hides no other mistake. */
    @Test
    void allMistakesAreFoundWhereATypeIsOneToo() throws Exception {
        Retort retort = project("sqlite:///x.db", """
                revision: bbbb2222
                revises: aaaa1111
                message: Mistakes
                upgrade:
                  - create_table:
                      name: t
                      columns:
                        - {name: id, type: integer}
                        - {name: tags, type: "integer[]"}
                      checks:
                        - id > 0
                  - drop_constraint: {table: t, name: t_check}
                  - drop_table: other
                """);
        List<Integer> lines = assertThrows(RetortException.class, () -> retort.upgrade("head")).findings().stream()
                .map(finding -> finding.location().line())
                .toList();
        assertEquals(List.of(5, 12, 13), lines);
    }

    /** Unique keys by their columns, then foreign keys by their names. */
    private static List<String> keys(String url) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url)) {
            DatabaseMetaData data = connection.getMetaData();
            String catalog = connection.getCatalog();
            try (ResultSet rows = data.getIndexInfo(catalog, connection.getSchema(), "items", true, false)) {
                while (rows.next()) {
                    keys.add("key of " + rows.getString("COLUMN_NAME"));
                }
            }
            try (ResultSet rows = data.getImportedKeys(catalog, connection.getSchema(), "items")) {
                while (rows.next()) {
                    keys.add(rows.getString("FK_NAME"));
                }
            }
        }
        return keys;
    }

    private Retort project(String url, String second) throws Exception {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        write(migrations.resolve("a_tables.yaml"), TABLE);
        write(migrations.resolve("b_constraints.yaml"), second);
        return Retort.open(RetortConfig.builder(ProjectSettings.defaults(folder))
                .url(DatabaseUrl.parse(url))
                .classLoader(Main.class.getClassLoader())
                .build());
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }
}
