// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.Capability;
import dev.retort.dialect.Dialect;
import dev.retort.project.DatabaseUrl;
import dev.retort.schema.DataType;
import dev.retort.schema.Options;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import dev.retort.testkit.DialectHarness;
import dev.retort.testkit.ScriptClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** What the laws have to know of SQLite. */
final class SqliteHarness implements DialectHarness {

    private final SqliteDialectProvider provider = new SqliteDialectProvider();
    private final Path folder;
    private final Dialect dialect;
    private final AtomicInteger count = new AtomicInteger();

    SqliteHarness(Path folder) throws SQLException {
        this.folder = folder;
        try (Connection connection = new Database(folder.resolve("version.db")).connect()) {
            dialect = provider.dialect(provider.version(connection));
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public dev.retort.testkit.TestDatabase newDatabase() {
        return new Database(folder.resolve("laws" + count.incrementAndGet() + ".db"));
    }

    @Override
    public List<Options> tableOptions() {
        return List.of(
                Options.of(SqliteOptions.DIALECT, SqliteOptions.STRICT, true),
                Options.of(SqliteOptions.DIALECT, SqliteOptions.WITHOUT_ROWID, true));
    }

    @Override
    public List<String> collations() {
        return List.of("NOCASE", "RTRIM");
    }

    @Override
    public Optional<SqlText> triggerBody(Table table, Random random) {
        String name = dialect.writer().name(table.name()).toString();
        return Optional.of(SqlText.verbatim(
                random.nextBoolean()
                        ? "BEGIN SELECT 'a; end''' AS x; SELECT 1; END"
                        : "BEGIN DELETE FROM " + name + " WHERE 0; END"));
    }

    @Override
    public Optional<SqlText> viewTriggerBody(View view, Random random) {
        return Optional.of(SqlText.verbatim("BEGIN SELECT 'a; end''' AS x; END"));
    }

    @Override
    public List<DataType.Native> nativeTypes() {
        return List.of(new DataType.Native("MONEY"), new DataType.Native("GEOMETRY(4326)"));
    }

    @Override
    public Map<Capability, String> leniencies() {
        return Map.of(
                Capability.IDENTITY_OPTIONS,
                "an identity may start elsewhere, which sqlite_sequence can tell; its other options are refused",
                Capability.INDEX_NULLS_ORDER,
                "where NULLs go anyway may be said; the opposite is refused",
                Capability.NOT_VALID_CONSTRAINTS,
                "a check looks at the rows at once; a foreign key is checked by validate_constraint");
    }

    @Override
    public Map<String, String> refusedCases() {
        return Map.of(
                "add_check/deferred", "a check is checked at once",
                "add_foreign_key/match_full", "MATCH FULL is read but not enforced",
                "create_table/match_full", "MATCH FULL is read but not enforced",
                "create_trigger/on_several_events", "a trigger watches one event",
                "create_trigger/for_each_statement", "triggers run for each row");
    }

    @Override
    public Optional<ScriptClient> client() {
        return SqliteShell.installed(provider);
    }

    private final class Database implements dev.retort.testkit.TestDatabase {

        private final Path file;

        Database(Path file) {
            this.file = file;
        }

        @Override
        public Connection connect() throws SQLException {
            Connection connection = provider.connect(DatabaseUrl.parse("jdbc:sqlite:" + file), folder);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA synchronous = OFF");
                statement.execute("PRAGMA foreign_keys = ON");
            }
            return connection;
        }

        @Override
        public String address() {
            return file.toString();
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
