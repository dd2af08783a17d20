// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.ServerVersion;
import dev.retort.project.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** URLs, connections and what goes wrong with them. */
class ConnectionTest {

    @TempDir
    Path folder;

    private final SqliteDialectProvider provider = new SqliteDialectProvider();

    private String file(String url) throws SQLException {
        try (TestDatabase database = TestDatabase.of(DatabaseUrl.parse(url), folder)) {
            return database.text("SELECT file FROM pragma_database_list");
        }
    }

    private Finding failure(String url, String sql) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        SQLException exception = assertThrows(SQLException.class, () -> {
            try (Connection connection = provider.connect(parsed, folder)) {
                try (java.sql.Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
        });
        return provider.errors().translate(exception, parsed).orElseThrow(() -> new AssertionError(exception));
    }

    @Test
    void theProviderIsFoundByItsService() {
        assertTrue(ServiceLoader.load(DialectProvider.class).stream()
                .anyMatch(found -> found.type() == SqliteDialectProvider.class));
        assertTrue(provider.urlExamples().stream().map(DatabaseUrl::parse).allMatch(provider::accepts));
        assertFalse(provider.accepts(DatabaseUrl.parse("postgresql://localhost/x")));
    }

    @Test
    void relativeFilesAreInTheProject() throws Exception {
        String expected = folder.toRealPath().resolve("a b.db").toString();
        assertEquals(expected, file("sqlite:///a%20b.db"));
        assertEquals(expected, file("jdbc:sqlite:a b.db"));
        assertEquals(expected, file("sqlite:///" + folder.toRealPath() + "/a b.db"));
        assertEquals(expected, file("jdbc:sqlite:" + folder.toRealPath() + "/a b.db?journal_mode=WAL"));
    }

    @Test
    void databasesInMemoryHaveNoFile() throws SQLException {
        for (String url : new String[] {"sqlite://", "sqlite:///:memory:", "jdbc:sqlite::memory:", "jdbc:sqlite:"}) {
            assertEquals("", file(url).strip(), url);
        }
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        } catch (java.io.IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void parametersPassThrough() throws SQLException {
        try (TestDatabase database =
                TestDatabase.of(DatabaseUrl.parse("sqlite:///p.db?foreign_keys=true&busy_timeout=123"), folder)) {
            assertEquals("1", database.text("PRAGMA foreign_keys"));
            assertEquals("123", database.text("PRAGMA busy_timeout"));
        }
        try (TestDatabase database = TestDatabase.of(DatabaseUrl.parse("sqlite:///p.db"), folder)) {
            assertEquals("0", database.text("PRAGMA foreign_keys"));
            assertEquals("5000", database.text("PRAGMA busy_timeout"));
        }
    }

    @Test
    void aMissingFolderIsToldSo() {
        Finding finding = failure("sqlite:///no/such/a.db", "SELECT 1");
        assertEquals(ErrorCode.NO_DATABASE, finding.code());
        assertTrue(finding.message().contains("there is no folder"), finding.message());
        assertFalse(Files.exists(folder.resolve("no")));
    }

    @Test
    void aFolderIsNoDatabase() throws Exception {
        Files.createDirectory(folder.resolve("sub"));
        assertEquals(ErrorCode.NO_DATABASE, failure("sqlite:///sub", "SELECT 1").code());
    }

    @Test
    void aFileThatIsNoDatabaseIsToldSo() throws Exception {
        Files.writeString(folder.resolve("text.db"), "This is a text and no database at all.\n".repeat(50));
        Finding finding = failure("sqlite:///text.db", "SELECT 1");
        assertEquals(ErrorCode.NOT_A_DATABASE, finding.code());
        assertEquals("The database sqlite:///text.db is no SQLite database, or it is encrypted.", finding.message());
    }

    @Test
    void aDatabaseThatIsOpenedReadOnlyIsToldSo() throws Exception {
        TestDatabase.of(DatabaseUrl.parse("sqlite:///r.db"), folder, "CREATE TABLE t (a)")
                .close();
        assertEquals(
                ErrorCode.READ_ONLY,
                failure("sqlite:///r.db?open_mode=1", "INSERT INTO t VALUES (1)")
                        .code());
    }

    @Test
    void aLockedDatabaseIsToldSoWithTheTime() throws Exception {
        try (TestDatabase database =
                TestDatabase.of(DatabaseUrl.parse("sqlite:///l.db"), folder, "CREATE TABLE t (a)")) {
            database.execute("BEGIN EXCLUSIVE");
            Finding finding = failure("sqlite:///l.db?busy_timeout=50", "INSERT INTO t VALUES (1)");
            assertEquals(ErrorCode.LOCK_TIMEOUT, finding.code());
            assertTrue(finding.message().endsWith("is locked by another connection, for longer than 50 ms."));
        }
    }

    @Test
    void aStatementThatFailsIsNoConditionOfTheDatabase() throws SQLException {
        try (TestDatabase database = TestDatabase.of()) {
            SQLException exception = assertThrows(SQLException.class, () -> database.execute("SELECT * FROM nowhere"));
            assertTrue(provider.errors().translate(exception, null).isEmpty());
            assertEquals("no such table: nowhere", provider.errors().message(exception));
            assertFalse(provider.errors().isTransient(exception));
        }
    }

    @Test
    void anOldLibraryIsRefused() {
        assertThrows(RetortException.class, () -> provider.dialect(ServerVersion.parse("SQLite", "3.36.0")));
    }
}
