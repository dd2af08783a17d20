// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.dialect.Capability;
import dev.retort.dialect.Dialect;
import dev.retort.project.DatabaseUrl;
import dev.retort.testkit.DialectHarness;
import dev.retort.testkit.Feature;
import dev.retort.testkit.Quirk;
import dev.retort.testkit.ScriptClient;
import dev.retort.testkit.TestDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.tools.RunScript;

/** What the laws have to know of H2. */
final class H2Harness implements DialectHarness {

    private final H2DialectProvider provider = new H2DialectProvider();
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Dialect dialect() {
        return provider.dialect(provider.defaultVersion());
    }

    @Override
    public TestDatabase newDatabase() throws SQLException {
        return new Memory("jdbc:h2:mem:laws" + count.incrementAndGet() + ";DATABASE_TO_UPPER=FALSE");
    }

    @Override
    public List<Quirk> quirks() {
        return List.of(new Quirk(Feature.ALTER_TYPE, "a check must fit the new type of a column that it names"));
    }

    @Override
    public Map<Capability, String> leniencies() {
        return Map.of(Capability.COLUMN_POSITION, "a new column can have a place, an old one cannot get another");
    }

    @Override
    public Map<Capability, String> acceptedInabilities() {
        return Map.of(Capability.MATERIALIZED_VIEWS, "H2 does not tell the query of one");
    }

    @Override
    public Map<String, String> refusedCases() {
        return Map.of("add_column/a_comment_and_a_collation", "H2 has one collation for the whole database");
    }

    @Override
    public Optional<ScriptClient> client() {
        return Optional.of(new Client(dialect()));
    }

    /** A database in memory, which lives as long as it has a connection. */
    private final class Memory implements TestDatabase {

        private final String url;
        private final Connection first;

        Memory(String url) throws SQLException {
            this.url = url;
            this.first = connect();
        }

        @Override
        public Connection connect() throws SQLException {
            return provider.connect(DatabaseUrl.parse(url), Path.of(""));
        }

        @Override
        public String address() {
            return url;
        }

        @Override
        public void close() {
            try {
                first.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** H2's own tool, which stops at the first error. */
    private record Client(Dialect dialect) implements ScriptClient {

        @Override
        public void run(TestDatabase database, String script) throws IOException {
            try (Connection connection = database.connect()) {
                RunScript.execute(connection, new StringReader(script));
            } catch (SQLException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }
}
