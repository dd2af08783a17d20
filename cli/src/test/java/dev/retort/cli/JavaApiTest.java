// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.engine.HistoryRequest;
import dev.retort.engine.MoveRequest;
import dev.retort.engine.Retort;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.RevisionRequest;
import dev.retort.engine.RunResult;
import dev.retort.engine.SymbolMeaning;
import dev.retort.engine.VersionChange;
import dev.retort.project.ProjectSettings;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Retort inside an application. The guide's page about it shows pieces of this file. */
class JavaApiTest {

    @TempDir
    Path folder;

    private Shell shell;
    private SQLiteDataSource dataSource;

    @BeforeEach
    void aProject() {
        shell = new Shell(folder);
        shell.write("migrations/a.yaml", """
                revision: aaaa11111111
                message: Users
                upgrade: [{create_table: {name: users, columns: [{name: id, type: integer}]}}]
                """);
        shell.write("migrations/b.yaml", """
                revision: bbbb11111111
                revises: aaaa11111111
                message: Roles
                upgrade: [{create_table: {name: roles, columns: [{name: id, type: integer}]}}]
                """);
        dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + folder.resolve("app.db"));
    }

    private RetortConfig config(DataSource source) {
        return RetortConfig.builder(ProjectSettings.defaults(folder))
                .dataSource(source)
                .build();
    }

    // docs: opening
    RunResult migrate(Path projectFolder, DataSource pool) {
        RetortConfig config = RetortConfig.builder(ProjectSettings.defaults(projectFolder))
                .dataSource(pool)
                .user("order-service")
                .build();
        return Retort.open(config).upgrade("head");
    }
    // end

    @Test
    void anApplicationsDataSourceIsEnough() {
        RunResult result = migrate(folder, dataSource);

        assertEquals("[bbbb11111111]", result.after().toString());
        assertEquals(List.of("order-service"), shell.rows("app.db", "SELECT DISTINCT user_name FROM retort_ledger"));
    }

    // docs: errors
    List<String> problems(Retort retort) {
        try {
            return retort.plan(MoveRequest.upgrade("head")).findings().stream()
                    .map(Finding::message)
                    .toList();
        } catch (RetortException wrong) {
            return wrong.findings().stream()
                    .map(finding -> finding.code().id() + ": " + finding.message())
                    .toList();
        }
    }
    // end

    @Test
    void everythingThatAUserCanPutRightIsAFinding() {
        assertEquals(List.of(), problems(Retort.open(config(dataSource))));

        shell.write("migrations/c.yaml", "revision: cccc11111111\nrevises: aaaa11111111\nupgrade:\n");
        List<String> problems = problems(Retort.open(config(dataSource)));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("RT3005: 'head' should mean one revision"), problems.toString());
    }

    // docs: listener
    void audit(VersionChange change) throws SQLException {
        String sql = "INSERT INTO audit (what, revision, request) VALUES (?, ?, ?)";
        try (PreparedStatement insert = change.connection().prepareStatement(sql)) {
            insert.setString(1, change.direction().word());
            insert.setString(2, change.revisions().toString());
            insert.setString(3, change.arguments().getOrDefault("request", ""));
            insert.executeUpdate();
        }
    }

    Retort audited(Path projectFolder, DataSource pool, String request) {
        return Retort.open(RetortConfig.builder(ProjectSettings.defaults(projectFolder))
                .dataSource(pool)
                .arguments(Map.of("request", request))
                .versionListeners(List.of(this::audit))
                .build());
    }
    // end

    @Test
    void aListenerWritesInTheTransactionOfTheStep() {
        shell.script("app.db", "CREATE TABLE audit (what, revision, request)");
        Retort retort = audited(folder, dataSource, "OPS-7");

        retort.upgrade("head");
        retort.downgrade("-1");
        retort.stamp("head");

        assertEquals(
                List.of(
                        "upgrade|[aaaa11111111]|OPS-7",
                        "upgrade|[bbbb11111111]|OPS-7",
                        "downgrade|[bbbb11111111]|OPS-7",
                        "stamp|[bbbb11111111]|OPS-7"),
                shell.rows("app.db", "SELECT * FROM audit"));
    }

    @Test
    void aListenerSeesTheRowsBeforeAndAfter() {
        List<String> heard = new ArrayList<>();
        Retort retort = Retort.open(RetortConfig.builder(ProjectSettings.defaults(folder))
                .dataSource(dataSource)
                .versionListeners(List.of(
                        change -> heard.add(change.source() + " -> " + change.destination() + " " + change.message())))
                .build());

        retort.upgrade("head");
        retort.downgrade("base");
        retort.stamp("head");

        assertEquals(
                List.of(
                        "[] -> [aaaa11111111] Users",
                        "[aaaa11111111] -> [bbbb11111111] Roles",
                        "[bbbb11111111] -> [aaaa11111111] Roles",
                        "[aaaa11111111] -> [] Users",
                        "[] -> [bbbb11111111] "),
                heard);
    }

    @Test
    void whatAListenerThrowsRollsItsStepBackAndNoOther() {
        Retort retort = Retort.open(RetortConfig.builder(ProjectSettings.defaults(folder))
                .dataSource(dataSource)
                .versionListeners(List.of(change -> {
                    if (change.revisions().toString().contains("bbbb")) {
                        change.connection().createStatement().executeUpdate("CREATE TABLE half (x)");
                        throw new IOException("the deployment window is closed");
                    }
                }))
                .build());

        RetortException thrown = assertThrows(RetortException.class, () -> retort.upgrade("head"));

        assertEquals(ErrorCode.CODE_FAILED, thrown.findings().get(0).code());
        assertTrue(
                thrown.getMessage()
                        .contains("refused the upgrade of revision 'bbbb11111111': the deployment window is closed"),
                thrown.getMessage());
        assertEquals(List.of("aaaa11111111"), shell.rows("app.db", "SELECT version_num FROM retort_version"));
        assertEquals(
                List.of("users"),
                shell.rows("app.db", "SELECT name FROM sqlite_schema WHERE name IN ('users', 'roles', 'half')"));
        assertEquals(
                List.of("applied", "failed"), shell.rows("app.db", "SELECT outcome FROM retort_ledger ORDER BY id"));
        assertThrows(RetortException.class, () -> retort.stamp("head"));
        assertEquals("[aaaa11111111]", retort.current().rows().toString());
    }

    @Test
    void aListenerCannotEndTheTransaction() {
        Retort retort = Retort.open(RetortConfig.builder(ProjectSettings.defaults(folder))
                .dataSource(dataSource)
                .versionListeners(List.of(change -> change.connection().commit()))
                .build());

        RetortException thrown = assertThrows(RetortException.class, () -> retort.upgrade("+1"));
        assertTrue(thrown.getMessage().contains("must not call commit()"), thrown.getMessage());
        assertEquals("[]", retort.current().rows().toString());
    }

    @Test
    void aPoolStaysOpenAndGetsItsConnectionsBack() throws SQLException {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl("jdbc:sqlite:" + folder.resolve("app.db"));
        settings.setMaximumPoolSize(1);
        settings.setConnectionTimeout(2000);
        settings.setAutoCommit(false);
        try (HikariDataSource pool = new HikariDataSource(settings)) {
            Retort retort = Retort.open(config(pool));
            retort.upgrade("head");
            assertTrue(retort.current().atHeads());
            retort.downgrade("-1");

            assertFalse(pool.isClosed());
            assertEquals(0, pool.getHikariPoolMXBean().getActiveConnections());
            try (Connection connection = pool.getConnection()) {
                assertFalse(connection.getAutoCommit());
            }
        }
    }

    @Test
    void aConnectionGetsItsModeBack() throws SQLException {
        try (Connection only = dataSource.getConnection()) {
            only.setAutoCommit(false);
            int isolation = only.getTransactionIsolation();
            Retort retort = Retort.open(config(lending(only)));

            retort.upgrade("head");
            assertFalse(only.getAutoCommit());
            assertThrows(RetortException.class, () -> retort.upgrade("nowhere"));
            assertFalse(only.getAutoCommit());
            assertEquals(isolation, only.getTransactionIsolation());
            assertFalse(only.isClosed());
        }
    }

    /** A pool of one connection, which its users cannot close. */
    private static DataSource lending(Connection only) {
        Connection lent = (Connection) Proxy.newProxyInstance(
                JavaApiTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(only, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                JavaApiTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> lent);
    }

    // docs: reading
    String report(Retort retort) {
        SymbolMeaning next = retort.resolve("head");
        return "at " + retort.current().rows() + ", head " + next.ids() + ", "
                + retort.history(HistoryRequest.ALL).size() + " revisions";
    }
    // end

    @Test
    void commandsAnswerWithRecords() throws IOException {
        Retort retort = Retort.open(config(dataSource));
        retort.upgrade("+1");

        assertEquals("at [aaaa11111111], head [bbbb11111111], 2 revisions", report(retort));
        assertEquals(
                "java, yaml",
                String.join(
                        ", ",
                        retort.templates().stream().map(info -> info.format()).toList()));
        assertEquals(
                "[aaaa11111111]",
                retort.show("head-1").stream().map(info -> info.id()).toList().toString());
        assertEquals(List.of(folder.resolve("migrations/b.yaml")), retort.files("head"));
        assertTrue(Files.exists(retort.revision(RevisionRequest.of("Three")).file()));
        assertFalse(retort.ensureVersion().created());
    }

    @Test
    void theGuideShowsThisCode() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/retort/cli/JavaApiTest.java"));
        String page = Files.readString(Path.of("../docs/java-api.md"));
        Matcher region = Pattern.compile("    // docs: (\\w+)\n(.*?)    // end\n", Pattern.DOTALL)
                .matcher(source);
        int regions = 0;
        while (region.find()) {
            String code = region.group(2).indent(-4);
            assertTrue(page.contains("```java\n" + code + "```\n"), () -> "the guide must show:\n" + code);
            regions++;
        }
        assertEquals(regions, page.split("```java\n", -1).length - 1);
    }
}
