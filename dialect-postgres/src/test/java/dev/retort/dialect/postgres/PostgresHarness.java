// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.Dialect;
import dev.retort.project.DatabaseUrl;
import dev.retort.schema.DataType;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import dev.retort.testkit.DialectHarness;
import dev.retort.testkit.ReusedConnections;
import dev.retort.testkit.ScriptClient;
import dev.retort.testkit.TestDatabase;
import dev.retort.testkit.server.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** What the laws have to know of PostgreSQL. Databases are emptied and used again, since making one takes long. */
final class PostgresHarness implements DialectHarness {

    private static final int SWEEP = 32;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String EMPTY = resource("empty.sql");
    /** The catalogues that changes of a schema grow. */
    private static final String GROWN = "pg_attrdef, pg_attribute, pg_class, pg_constraint, pg_depend, pg_description,"
            + " pg_enum, pg_index, pg_proc, pg_rewrite, pg_sequence, pg_shdepend, pg_trigger, pg_type";

    private static final String FUNCTION = "CREATE SCHEMA law; CREATE FUNCTION law.noop() RETURNS trigger LANGUAGE"
            + " plpgsql AS 'BEGIN RETURN COALESCE(NEW, OLD); END'";

    private final PostgresDialectProvider provider = new PostgresDialectProvider();
    private final Deque<Database> free = new ArrayDeque<>();
    private final String server;
    private final Dialect dialect;

    PostgresHarness(TestServer server) throws SQLException {
        this.server = server.url();
        try (Connection connection = connect(server.url())) {
            dialect = provider.dialect(provider.version(connection));
        }
    }

    /** A session that plans the inspector's queries once: they are about catalogues, whose tables no test changes. */
    private Connection connect(String url) throws SQLException {
        String parameters = (url.contains("?") ? "&" : "?")
                + "flushCacheOnDdl=false&options=-c%20plan_cache_mode=force_generic_plan";
        return provider.connect(DatabaseUrl.parse(url + parameters), Path.of("."));
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(PostgresHarness.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public TestDatabase newDatabase() throws SQLException {
        Database next = free.poll();
        if (next == null) {
            String name = "laws" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
            try (Connection connection = connect(server);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            next = new Database(server.replaceFirst("/postgres\\b", "/" + name));
            next.run(FUNCTION);
        }
        next.empty();
        return next;
    }

    @Override
    public List<Options> tableOptions() {
        return List.of(
                Options.of(PostgresOptions.DIALECT, PostgresOptions.WITH, List.of("fillfactor=70")),
                Options.of(PostgresOptions.DIALECT, PostgresOptions.ROW_SECURITY, true));
    }

    @Override
    public List<String> collations() {
        return List.of("C", "POSIX");
    }

    @Override
    public Optional<SqlText> triggerBody(Table table, Random random) {
        return Optional.of(SqlText.verbatim("EXECUTE FUNCTION law.noop()"));
    }

    @Override
    public Optional<SqlText> viewTriggerBody(View view, Random random) {
        return Optional.of(SqlText.verbatim("EXECUTE FUNCTION law.noop()"));
    }

    @Override
    public Optional<Routine> routine(String name, Random random) {
        QualifiedName unquoted =
                QualifiedName.of(name.substring(1, name.length() - 1).replace("\"\"", "\""));
        boolean function = random.nextBoolean();
        String definition = function
                ? "CREATE FUNCTION " + name + "(n integer) RETURNS integer LANGUAGE sql AS $$SELECT $1 + 1$$"
                : "CREATE PROCEDURE " + name + "(n int, t text) LANGUAGE sql AS $a$SELECT 1; SELECT 'a; b'$a$";
        return Optional.of(new Routine(
                unquoted,
                function ? Routine.Kind.FUNCTION : Routine.Kind.PROCEDURE,
                function ? "integer" : "integer, text",
                SqlText.verbatim(definition),
                null));
    }

    @Override
    public List<DataType.Native> nativeTypes() {
        return List.of(new DataType.Native("money"), new DataType.Native("inet"), new DataType.Native("tsvector"));
    }

    @Override
    public Map<String, String> refusedCases() {
        return Map.of(
                "add_check/deferred", "a check is checked at once",
                "create_table/a_column_limited_to_words", "an enum is a type of its own, which needs a name",
                "documented/create_table", "an enum is a type of its own, which needs a name");
    }

    @Override
    public Optional<ScriptClient> client() {
        return Psql.installed(dialect);
    }

    private final class Database implements TestDatabase {

        private final String url;
        private final ReusedConnections connections;
        private int uses;

        Database(String url) {
            this.url = url;
            this.connections = new ReusedConnections(() -> PostgresHarness.this.connect(url));
        }

        /** A connection that was closed is opened again: a session that knows its queries is much faster. */
        @Override
        public Connection connect() throws SQLException {
            return connections.take();
        }

        /** What was dropped stays in the catalogues and slows every query, until somebody sweeps. */
        void empty() throws SQLException {
            run("SET client_min_messages = warning; " + EMPTY + "; RESET client_min_messages");
            uses++;
            if (uses % SWEEP == 0) {
                run("VACUUM " + GROWN);
            }
        }

        void run(String sql) throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public String address() {
            return url.replaceFirst("^jdbc:", "");
        }

        @Override
        public void close() {
            free.add(this);
        }
    }
}
