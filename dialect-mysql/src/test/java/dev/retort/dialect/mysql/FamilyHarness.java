// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.Capability;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.project.DatabaseUrl;
import dev.retort.schema.Options;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.testkit.DialectHarness;
import dev.retort.testkit.Feature;
import dev.retort.testkit.Quirk;
import dev.retort.testkit.ReusedConnections;
import dev.retort.testkit.ScriptClient;
import dev.retort.testkit.TestDatabase;
import dev.retort.testkit.server.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What the laws have to know of MySQL and MariaDB. */
final class FamilyHarness implements DialectHarness {

    private final DialectProvider provider;
    private final TestServer server;
    private final Dialect dialect;
    private final ReusedConnections connections = new ReusedConnections(() -> connect(null));
    private int count;

    FamilyHarness(DialectProvider provider, TestServer server) throws SQLException {
        this.provider = provider;
        this.server = server;
        try (Connection connection = connect(null)) {
            dialect = provider.dialect(provider.version(connection));
        }
    }

    Connection connect(@org.jspecify.annotations.Nullable String database) throws SQLException {
        return provider.connect(DatabaseUrl.parse(url(database)), Path.of("."));
    }

    /** The server's URL with another database in it. */
    String url(@org.jspecify.annotations.Nullable String database) {
        return database == null ? server.url() : server.url().replaceFirst("(//[^/?]+)/?[^?]*", "$1/" + database);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public TestDatabase newDatabase() throws SQLException {
        return new Database(
                "retort_" + dialect.id() + "_" + ProcessHandle.current().pid() + "_" + ++count);
    }

    @Override
    public List<Quirk> quirks() {
        return List.of(new Quirk(Feature.SET_DEFAULT, "InnoDB refuses SET DEFAULT"));
    }

    @Override
    public Map<Capability, String> leniencies() {
        String schemas = "a schema is a database here; what works on tables of another database is done";
        return ((FamilyDialect) dialect).flavor.isMariaDb()
                ? Map.of(Capability.SCHEMAS, schemas)
                : Map.of(
                        Capability.SCHEMAS,
                        schemas,
                        Capability.IF_EXISTS_ON_PARTS,
                        "the dialect looks itself whether a part is there");
    }

    @Override
    public List<Options> tableOptions() {
        return List.of(
                Options.of(dialect.id(), "row_format", "compressed"),
                Options.of(dialect.id(), "collation", "utf8mb4_general_ci"));
    }

    @Override
    public List<String> collations() {
        return List.of("utf8mb4_bin", "utf8mb4_general_ci");
    }

    @Override
    public Optional<SqlText> triggerBody(Table table, Random random) {
        return Optional.of(SqlText.verbatim(
                random.nextBoolean() ? "SET @x = 'a; end'''" : "BEGIN\n    SET @x = 1;\n    SET @y = 'b';\nEND"));
    }

    @Override
    public Optional<ScriptClient> client() {
        return MysqlClient.installed(dialect);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connections.take();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private final class Database implements TestDatabase {

        private final String name;

        Database(String name) throws SQLException {
            this.name = name;
            execute("CREATE DATABASE `" + name + "` CHARACTER SET utf8mb4 COLLATE "
                    + ((FamilyDialect) dialect).flavor.collation());
        }

        @Override
        public Connection connect() throws SQLException {
            Connection connection = connections.take();
            connection.setCatalog(name);
            return connection;
        }

        @Override
        public String address() {
            return url(name);
        }

        @Override
        public void close() {
            try {
                execute("DROP DATABASE `" + name + "`");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
