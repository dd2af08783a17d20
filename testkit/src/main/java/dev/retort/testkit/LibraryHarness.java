// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.project.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A harness for a database that is a library, whose databases live in memory: each gets a name of its own and lives as long
 * as a connection that is kept open.
 */
public abstract class LibraryHarness implements DialectHarness {

    private final DialectProvider provider;
    private final String url;
    private final Dialect dialect;
    private final AtomicInteger count = new AtomicInteger();

    /**
     * A harness for the default version of a dialect.
     *
     * @param provider the dialect's provider, whose default version is that of the library
     * @param url      the URL of a database in memory, with {@code %d} for the number that makes its name
     */
    protected LibraryHarness(DialectProvider provider, String url) {
        this.provider = provider;
        this.url = url;
        this.dialect = provider.dialect(provider.defaultVersion());
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public TestDatabase newDatabase() throws SQLException {
        DatabaseUrl address = DatabaseUrl.parse(url.formatted(count.incrementAndGet()));
        return new InMemory(provider, address, provider.connect(address, Path.of("")));
    }

    private record InMemory(DialectProvider provider, DatabaseUrl url, Connection first) implements TestDatabase {

        @Override
        public Connection connect() throws SQLException {
            return provider.connect(url, Path.of(""));
        }

        @Override
        public String address() {
            return url.secretText();
        }

        @Override
        public void close() {
            try {
                first.close();
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        }
    }
}
