// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Capability;
import dev.retort.dialect.ServerVersion;
import dev.retort.project.DatabaseUrl;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServersExtension.class)
class ConnectionTest {

    private final PostgresDialectProvider provider = new PostgresDialectProvider();
    private String address;
    private String url;

    @BeforeEach
    void address(TestServers servers) {
        url = servers.get(ServerKind.POSTGRES).url();
        address = url.replaceFirst("^jdbc:postgresql://([^/]*)/.*$", "$1");
    }

    private Connection connect(String text) throws SQLException {
        return provider.connect(DatabaseUrl.parse(text), Path.of("."));
    }

    private String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Finding refusal(String text) {
        SQLException refused =
                assertThrows(SQLException.class, () -> connect(text).close());
        DatabaseUrl parsed = DatabaseUrl.parse(text);
        Finding finding = provider.errors().translate(refused, parsed).orElseThrow(() -> new AssertionError(refused));
        assertFalse(finding.toString().contains("s3cret"), finding.toString());
        return finding;
    }

    @Test
    void urlsOfLibpqAndOfJdbcLeadToTheSameDatabase() throws SQLException {
        for (String text : new String[] {
            "postgresql://postgres@" + address + "/postgres", "postgres://postgres@" + address + "/postgres", url
        }) {
            try (Connection connection = connect(text)) {
                assertEquals("postgres", value(connection, "SELECT current_database()"));
                assertEquals("retort", value(connection, "SHOW application_name"));
            }
        }
    }

    @Test
    void parametersReachTheDriver() throws SQLException {
        String text = "postgresql://postgres@" + address
                + "/postgres?sslmode=disable&application_name=shop&options=-c%20work_mem=5MB";
        try (Connection connection = connect(text)) {
            assertEquals("shop", value(connection, "SHOW application_name"));
            assertEquals("5MB", value(connection, "SHOW work_mem"));
        }
    }

    @Test
    void libpqsWordsForTheKindOfServerAreUnderstood() throws SQLException {
        try (Connection connection =
                connect("postgresql://postgres@" + address + "/postgres?target_session_attrs=read-write")) {
            assertEquals("f", value(connection, "SELECT pg_is_in_recovery()"));
        }
    }

    @Test
    void aServerThatRequiresTlsIsNotReachedWithoutIt() {
        Finding finding = refusal("postgresql://postgres:s3cret@" + address + "/postgres?sslmode=require");
        assertEquals(ErrorCode.UNREACHABLE, finding.code());
    }

    @Test
    void anUnreachableServerIsTold() {
        Finding finding = refusal("postgresql://app:s3cret@localhost:1/shop");
        assertEquals(ErrorCode.UNREACHABLE, finding.code());
        assertTrue(finding.message().contains("localhost:1"), finding.message());
    }

    @Test
    void aHostThatIsNotKnownIsTold() {
        Finding finding = refusal("postgresql://app:s3cret@nowhere.invalid/shop");
        assertEquals(ErrorCode.UNREACHABLE, finding.code());
        assertTrue(finding.message().endsWith("the host nowhere.invalid is not known."), finding.message());
    }

    @Test
    void aServerOfAnotherKindIsTold() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> greet(other));
            answering.start();
            Finding finding = refusal("postgresql://app:s3cret@127.0.0.1:" + other.getLocalPort() + "/shop");
            answering.join();
            assertEquals(ErrorCode.UNREACHABLE, finding.code());
            assertTrue(finding.message().contains("does not answer as PostgreSQL does"), finding.message());
            assertFalse(finding.message().endsWith(".."), finding.message());
        }
    }

    /** As MySQL does, it speaks first. */
    private static void greet(ServerSocket other) {
        try (Socket client = other.accept()) {
            client.getOutputStream().write(new byte[] {0x4a, 0, 0, 0, 0x0a, '9', '.', '7', '.', '4', 0});
            client.getOutputStream().flush();
            client.getInputStream().readNBytes(8);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    @Test
    void aMissingDatabaseIsTold() {
        Finding finding = refusal("postgresql://postgres:s3cret@" + address + "/nowhere");
        assertEquals(ErrorCode.NO_DATABASE, finding.code());
    }

    @Test
    void aRefusedUserIsTold() {
        Finding finding = refusal("postgresql://nobody:s3cret@" + address + "/postgres");
        assertEquals(ErrorCode.ACCESS_DENIED, finding.code());
    }

    @Test
    void aReadOnlyDatabaseIsTold() throws SQLException {
        String text = "postgresql://postgres@" + address + "/postgres?options=-c%20default_transaction_read_only=on";
        try (Connection connection = connect(text);
                Statement statement = connection.createStatement()) {
            SQLException refused =
                    assertThrows(SQLException.class, () -> statement.execute("CREATE TABLE never (id integer)"));
            Finding finding = provider.errors().translate(refused, null).orElseThrow();
            assertEquals(ErrorCode.READ_ONLY, finding.code());
        }
    }

    @Test
    void aMissingRightIsTold() throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE visitor");
            statement.execute("CREATE TABLE closed (id integer)");
            statement.execute("SET ROLE visitor");
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute("DROP TABLE closed"));
            assertEquals(
                    ErrorCode.ACCESS_DENIED,
                    provider.errors().translate(refused, null).orElseThrow().code());
            statement.execute("RESET ROLE");
            statement.execute("DROP TABLE closed");
            statement.execute("DROP ROLE visitor");
        }
    }

    @Test
    void aMessageHasDetailAndHintButNoPosition() throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute("SELECT pg_sleeep(1)"));
            String message = provider.errors().message(refused);
            assertTrue(message.startsWith("function pg_sleeep(integer) does not exist"), message);
            assertFalse(message.contains("Position"), message);
            assertFalse(message.contains("ERROR:"), message);
        }
    }

    @Test
    void aCancelledStatementIsNotTransientUnlessItWaitedForALock() {
        PostgresErrors errors = new PostgresErrors();
        assertFalse(errors.isTransient(new SQLException("canceling statement due to user request", "57014")));
        assertTrue(errors.isTransient(new SQLException("canceling statement due to lock timeout", "55P03")));
        assertTrue(errors.isTransient(new SQLException("deadlock detected", "40P01")));
        assertTrue(errors.isTransient(new SQLException("could not serialize access", "40001")));
    }

    @Test
    void anOldServerIsRefused() {
        RetortException refused =
                assertThrows(RetortException.class, () -> provider.dialect(new ServerVersion(12, 9, 0, "PostgreSQL")));
        assertEquals(ErrorCode.TOO_OLD, refused.findings().get(0).code());
    }

    @Test
    void versionsAreTold(TestServers servers) throws SQLException {
        try (Connection connection = connect(url)) {
            assertEquals("PostgreSQL", provider.version(connection).product());
            assertEquals(18, provider.version(connection).major());
        }
        try (Connection connection =
                connect(servers.get(ServerKind.POSTGRES_OLDEST).url())) {
            assertEquals(13, provider.version(connection).major());
        }
    }

    @Test
    void compatibleEnginesAreToldByTheirVersion() {
        String cockroach = "CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023/09/27)";
        String yugabyte = "PostgreSQL 15.2-YB-2.25.0.0-b0 on x86_64-pc-linux-gnu";
        assertEquals(Engine.COCKROACHDB, Engine.ofText(cockroach, false));
        assertEquals(Engine.YUGABYTEDB, Engine.ofText(yugabyte, false));
        assertEquals(Engine.AURORA, Engine.ofText("PostgreSQL 15.4 on aarch64", true));
        assertEquals(Engine.POSTGRESQL, Engine.ofText("PostgreSQL 18.1 (Debian)", false));
        Set<Capability> capabilities =
                provider.dialect(new ServerVersion(13, 0, 0, "CockroachDB")).capabilities();
        assertFalse(capabilities.contains(Capability.TRANSACTIONAL_DDL));
        assertFalse(capabilities.contains(Capability.EXCLUSION_CONSTRAINTS));
    }

    @Test
    void virtualColumnsNeedVersion18() {
        assertFalse(provider.dialect(new ServerVersion(17, 0, 0, "PostgreSQL")).can(Capability.GENERATED_VIRTUAL));
        assertTrue(provider.dialect(new ServerVersion(18, 0, 0, "PostgreSQL")).can(Capability.GENERATED_VIRTUAL));
    }
}
