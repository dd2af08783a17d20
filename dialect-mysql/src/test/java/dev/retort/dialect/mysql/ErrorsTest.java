// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.ErrorTranslator;
import dev.retort.dialect.ServerVersion;
import dev.retort.project.DatabaseUrl;
import dev.retort.testkit.TestDatabase;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exceptions of real servers become findings that say what to do. */
@ExtendWith(TestServersExtension.class)
class ErrorsTest {

    private final DialectProvider provider = new MysqlDialectProvider();

    private Finding refused(String text) {
        DatabaseUrl url = DatabaseUrl.parse(text);
        SQLException refused = assertThrows(
                SQLException.class, () -> provider.connect(url, Path.of(".")).close());
        Finding finding = provider.errors().translate(refused, url).orElseThrow();
        assertFalse(finding.message().contains("s3cret"), finding.message());
        return finding;
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aWrongPasswordIsDenied(ServerKind kind, TestServers servers) throws SQLException {
        DatabaseUrl url = DatabaseUrl.parse(servers.get(kind).url());
        Finding finding = refused("mysql://nobody_here:s3cret@" + url.host().orElseThrow() + ":"
                + url.port().orElse(3306) + "/mysql");
        assertEquals(ErrorCode.ACCESS_DENIED, finding.code());
        assertTrue(finding.message().contains("Access denied for user 'nobody_here'"), finding.message());
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aMissingDatabaseIsSaidToBeMissing(ServerKind kind, TestServers servers) throws SQLException {
        Finding finding =
                refused(LockTest.harness(servers, kind).url("not_there").replace("jdbc:mariadb", "jdbc:mysql"));
        assertEquals(ErrorCode.NO_DATABASE, finding.code());
        assertTrue(finding.message().contains("Unknown database 'not_there'"), finding.message());
    }

    @Test
    void aServerThatDoesNotRunIsUnreachable() {
        Finding finding = refused("mysql://root:s3cret@127.0.0.1:1/app");
        assertEquals(ErrorCode.UNREACHABLE, finding.code());
        assertTrue(finding.message().contains("Connection refused"), finding.message());
    }

    @Test
    void anUnknownHostIsUnreachable() {
        assertEquals(
                ErrorCode.UNREACHABLE,
                refused("jdbc:mysql://no.such.host.invalid/app?password=s3cret").code());
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aReadOnlyTransactionSaysSo(ServerKind kind, TestServers servers) throws Exception {
        FamilyHarness harness = LockTest.harness(servers, kind);
        try (TestDatabase database = harness.newDatabase();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a int)");
            statement.execute("SET SESSION TRANSACTION READ ONLY");
            SQLException refused =
                    assertThrows(SQLException.class, () -> statement.execute("INSERT INTO t VALUES (1)"));
            assertEquals(
                    ErrorCode.READ_ONLY,
                    provider.errors().translate(refused, null).orElseThrow().code());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void aLockedTableIsWorthAnotherTry(ServerKind kind, TestServers servers) throws Exception {
        FamilyHarness harness = LockTest.harness(servers, kind);
        ErrorTranslator errors = harness.dialect().errors();
        try (TestDatabase database = harness.newDatabase();
                Connection one = database.connect();
                Connection two = database.connect();
                Statement first = one.createStatement();
                Statement second = two.createStatement()) {
            first.execute("CREATE TABLE t (a int)");
            first.execute("LOCK TABLES t WRITE");
            second.execute("SET SESSION lock_wait_timeout = 1");
            SQLException refused =
                    assertThrows(SQLException.class, () -> second.execute("ALTER TABLE t ADD COLUMN b int"));
            assertTrue(errors.isTransient(refused));
            assertEquals(
                    ErrorCode.LOCK_TIMEOUT,
                    errors.translate(refused, null).orElseThrow().code());
        }
    }

    @Test
    void aStatementThatIsWrongIsNoMatterOfTheConnection() {
        assertTrue(provider.errors()
                .translate(new SQLException("You have an error in your SQL syntax", "42000", 1064), null)
                .isEmpty());
    }

    @Test
    void aServerThatIsTooOldIsRefused() {
        for (ServerVersion old : new ServerVersion[] {
            new ServerVersion(5, 7, 44, Products.MYSQL), new ServerVersion(10, 5, 9, Products.MARIADB)
        }) {
            RetortException refused = assertThrows(RetortException.class, () -> provider.dialect(old));
            assertEquals(ErrorCode.TOO_OLD, refused.findings().get(0).code());
            assertTrue(refused.getMessage().contains(old.toString()), refused.getMessage());
        }
    }
}
