// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.Capability;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.project.DatabaseUrl;
import dev.retort.schema.DataType;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What the laws have to know of MySQL and MariaDB. */
final class FamilyHarness implements DialectHarness {

    private static final List<String> SCHEMAS = List.of("billing", "shop");

    private final DialectProvider provider;
    private final TestServer server;
    private final Dialect dialect;
    private final @org.jspecify.annotations.Nullable ReusedConnections connections;
    private int count;

    FamilyHarness(DialectProvider provider, TestServer server) throws SQLException {
        this(provider, server, false);
    }

    /**
     * @param keeping whether connections are used again: the laws leave no locks and no transactions behind, other tests do
     */
    FamilyHarness(DialectProvider provider, TestServer server, boolean keeping) throws SQLException {
        this.connections = keeping ? new ReusedConnections(() -> connect(null)) : null;
        this.provider = provider;
        this.server = server;
        try (Connection connection = connect(null)) {
            dialect = provider.dialect(provider.version(connection));
        }
        dropSchemas();
    }

    Connection connect(@org.jspecify.annotations.Nullable String database) throws SQLException {
        return provider.connect(DatabaseUrl.parse(url(database)), Path.of("."));
    }

    /** The server's URL with another database in it. */
    String url(@org.jspecify.annotations.Nullable String database) {
        return database == null ? server.url() : server.url().replaceFirst("(//[^/?]+)/?[^?]*", "$1/" + database);
    }

    private Connection take() throws SQLException {
        return connections == null ? connect(null) : connections.take();
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
    public Map<Capability, String> acceptedInabilities() {
        String schemas = "a schema is a database of its own, which does not go with the one that is migrated";
        return ((FamilyDialect) dialect).flavor.isMariaDb()
                ? Map.of(
                        Capability.SCHEMAS,
                        schemas,
                        Capability.SEQUENCES,
                        "the dialect reads sequences as they are and has no operations for them")
                : Map.of(Capability.SCHEMAS, schemas);
    }

    @Override
    public Map<String, String> refusedCases() {
        String events = "a trigger is for each row, for one of insert, update and delete, and has no condition";
        Map<String, String> reasons = new HashMap<>();
        for (String fact : List.of(
                "create_trigger/for_each_statement",
                "create_trigger/in_place_of_a_change_of_a_view",
                "create_trigger/on_a_condition",
                "create_trigger/on_several_events",
                "create_trigger/on_some_columns",
                "documented/create_trigger",
                "documented/drop_trigger")) {
            reasons.put(fact, events);
        }
        reasons.put("documented/create_schema_for_somebody", "a schema is a database, which belongs to nobody");
        return reasons;
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
    public Optional<String> exactCollation() {
        return Optional.of(((FamilyDialect) dialect).flavor.isMariaDb() ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin");
    }

    @Override
    public Optional<SqlText> triggerBody(Table table, Random random) {
        return Optional.of(SqlText.verbatim(
                random.nextBoolean() ? "SET @x = 'a; end'''" : "BEGIN\n    SET @x = 1;\n    SET @y = 'b';\nEND"));
    }

    @Override
    public Optional<Routine> routine(String name, Random random) {
        boolean function = random.nextBoolean();
        String definition = function
                ? "CREATE FUNCTION " + name + "(n int) RETURNS int DETERMINISTIC RETURN n + 1"
                : "CREATE PROCEDURE " + name + "(IN n int, OUT t text)\nBEGIN\n    SET t = 'a; end''';\nEND";
        return Optional.of(new Routine(
                QualifiedName.of(name.substring(1, name.length() - 1).replace("``", "`")),
                function ? Routine.Kind.FUNCTION : Routine.Kind.PROCEDURE,
                "",
                SqlText.verbatim(definition),
                null));
    }

    @Override
    public List<DataType.Native> nativeTypes() {
        return List.of(
                new DataType.Native("int unsigned"),
                new DataType.Native("mediumtext"),
                new DataType.Native("set('a','o''k')"),
                new DataType.Native("point"));
    }

    @Override
    public Optional<ScriptClient> client() {
        return MysqlClient.installed(dialect);
    }

    /** The namespaces of the cases are databases beside that of a case, and go with it. */
    private void dropSchemas() throws SQLException {
        for (String schema : SCHEMAS) {
            execute("DROP DATABASE IF EXISTS `" + schema + "`");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = take();
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
            Connection connection = take();
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
                dropSchemas();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
