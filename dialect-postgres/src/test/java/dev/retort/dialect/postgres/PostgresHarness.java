// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.Dialect;
import dev.retort.project.DatabaseUrl;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.testkit.DialectHarness;
import dev.retort.testkit.ScriptClient;
import dev.retort.testkit.TestDatabase;
import dev.retort.testkit.server.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** What the laws have to know of PostgreSQL. Databases are emptied and used again, since making one takes long. */
final class PostgresHarness implements DialectHarness {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String EMPTY = "DO $$ DECLARE n name; BEGIN FOR n IN SELECT nspname FROM pg_namespace WHERE"
            + " nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('information_schema', 'law') LOOP"
            + " EXECUTE format('DROP SCHEMA %I CASCADE', n); END LOOP; CREATE SCHEMA public; END $$";
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

    private Connection connect(String url) throws SQLException {
        return provider.connect(DatabaseUrl.parse(url), Path.of("."));
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public TestDatabase newDatabase() throws SQLException {
        Database next = free.poll();
        if (next == null) {
            String name = "laws" + COUNT.incrementAndGet();
            try (Connection connection = connect(server);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            next = new Database(server.replaceFirst("/postgres\\b", "/" + name));
            try (Connection connection = next.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(FUNCTION);
            }
        }
        try (Connection connection = next.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET client_min_messages = warning");
            statement.execute(EMPTY);
        }
        return next;
    }

    @Override
    public List<dev.retort.schema.Options> tableOptions() {
        return List.of(
                dev.retort.schema.Options.of(PostgresOptions.DIALECT, PostgresOptions.UNLOGGED, false),
                dev.retort.schema.Options.of(PostgresOptions.DIALECT, PostgresOptions.WITH, List.of("fillfactor=70")),
                dev.retort.schema.Options.of(PostgresOptions.DIALECT, PostgresOptions.ROW_SECURITY, true));
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
    public Optional<ScriptClient> client() {
        return Psql.installed(dialect);
    }

    private final class Database implements TestDatabase {

        private final String url;

        Database(String url) {
            this.url = url;
        }

        @Override
        public Connection connect() throws SQLException {
            return PostgresHarness.this.connect(url);
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
