// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.InspectionScope;
import dev.retort.engine.Retort;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.RetortConfigBuilder;
import dev.retort.project.DatabaseUrl;
import dev.retort.project.ProjectSettings;
import dev.retort.project.RunLimits;
import dev.retort.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A project of YAML migrations in a folder, with SQLite databases beside them. */
final class SqliteProject {

    private final Path folder;

    SqliteProject(Path folder) {
        this.folder = folder;
        file("migrations/.keep", "");
    }

    /** A project whose migrations meet most of what is hard: rebuilds, rows, views, triggers, keys. */
    static SqliteProject shop(Path folder) {
        SqliteProject project = new SqliteProject(folder);
        project.migration("a1", null, """
                  - create_table:
                      name: users
                      columns:
                        - {name: id, type: integer, identity: true}
                        - {name: email, type: varchar(100), nullable: false}
                        - {name: age, type: integer}
                      primary_key: [id]
                      unique: [{name: uq_users_email, columns: [email]}]
                  - create_index: {name: ix_users_age, table: users, columns: [age]}
                """);
        project.migration("b2", "a1", """
                  - create_table:
                      name: orders
                      columns:
                        - {name: id, type: integer, identity: true}
                        - {name: user_id, type: integer, nullable: false}
                        - {name: total, type: "decimal(10,2)", nullable: false}
                      primary_key: [id]
                      foreign_keys: [{columns: [user_id], references: users(id), on_delete: cascade}]
                  - insert_rows: {table: users, rows: [{id: 1, email: "a;b@example.com", age: 30}, {id: 2, email: "it's", age: 31}]}
                  - insert_rows: {table: orders, rows: [{id: 1, user_id: 1, total: 9.50}, {id: 2, user_id: 2, total: 1}]}
                """);
        project.migration("c3", "b2", """
                  - alter_column: {table: users, column: email, type: varchar(320)}
                  - alter_column: {table: users, column: age, nullable: false, default: 0}
                """);
        project.migration("d4", "c3", """
                  - create_view: {name: grown_ups, query: "SELECT id, email FROM users WHERE age >= 18"}
                  - create_table:
                      name: audit
                      columns: [{name: what, type: text}]
                  - create_trigger:
                      name: users_audit
                      table: users
                      timing: after
                      events: [insert]
                      for_each: row
                      body: "BEGIN INSERT INTO audit VALUES ('new; user'); INSERT INTO audit VALUES ('twice'); END"
                """);
        project.migration("e5", "d4", """
                  - insert_rows: {table: users, rows: [{id: 3, email: "third", age: 40}]}
                  - rename_column: {table: users, from: age, to: years}
                downgrade:
                  - rename_column: {table: users, from: years, to: age}
                  - delete_rows: {table: users, where: "id = 3"}
                """);
        project.migration("f6", "e5", """
                  - execute: "CREATE TABLE legacy (id INTEGER PRIMARY KEY, old TEXT) -- by hand"
                  - execute: "INSERT INTO legacy VALUES (1, 'x--y;z')"
                """);
        project.migration("g7", "f6", """
                  - add_check: {table: orders, name: ck_total, check: "total >= 0"}
                  - drop_index: {name: ix_users_age, table: users}
                """);
        return project;
    }

    SqliteProject migration(String id, String revises, String upgrade) {
        return file(
                "migrations/" + id + ".yaml",
                "revision: " + id + "\n" + (revises == null ? "" : "revises: " + revises + "\n") + "message: step " + id
                        + "\nupgrade:\n" + upgrade + (upgrade.contains("downgrade:") ? "" : "downgrade: auto\n"));
    }

    SqliteProject file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path folder() {
        return folder;
    }

    Retort open(String database) {
        return open(database, builder -> builder);
    }

    Retort open(String database, UnaryOperator<RetortConfigBuilder> change) {
        return open(database, RunLimits.DEFAULT, change);
    }

    Retort open(String database, RunLimits limits, UnaryOperator<RetortConfigBuilder> change) {
        return Retort.open(change.apply(
                        RetortConfig.builder(ProjectSettings.defaults(folder).with(limits))
                                .url(DatabaseUrl.parse("sqlite:///" + database)))
                .build());
    }

    List<String> query(String database, String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(database));
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        List<String> values = new ArrayList<>();
                        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                            values.add(String.valueOf(result.getString(i)));
                        }
                        rows.add(String.join("|", values));
                    }
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** Everything that a database holds, but for the ledger: its schema as it is read back, then the rows of every table. */
    List<String> dump(String database) {
        List<String> dump = new ArrayList<>();
        dump.add(schema(database).toString());
        for (String table : query(
                database,
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'retort_ledger' ORDER BY 1")) {
            query(database, "SELECT * FROM \"" + table + "\" ORDER BY 1").forEach(row -> dump.add(table + ": " + row));
        }
        return dump;
    }

    /**
     * The ledger's own table and what its lines say of revisions, whoever wrote them and when. A script may have more
     * statements, since it is written for an older SQLite.
     */
    List<String> ledger(String database) {
        List<String> ledger = new ArrayList<>(query(
                database, "SELECT replace(sql, 'IF NOT EXISTS ', '') FROM sqlite_master WHERE name = 'retort_ledger'"));
        ledger.addAll(query(
                database, "SELECT revision, direction, checksum, outcome, message FROM retort_ledger ORDER BY id"));
        return ledger;
    }

    /** The schema as it is read back, but for Retort's own tables. */
    Schema schema(String database) {
        DialectProvider provider =
                ServiceLoader.load(DialectProvider.class).findFirst().orElseThrow();
        try (Connection connection = provider.connect(DatabaseUrl.parse("sqlite:///" + database), folder)) {
            InspectionScope scope =
                    new InspectionScope(Set.of(), name -> !name.name().value().startsWith("retort_"));
            return provider.dialect(provider.version(connection))
                    .inspector()
                    .inspect(connection, scope)
                    .schema();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
