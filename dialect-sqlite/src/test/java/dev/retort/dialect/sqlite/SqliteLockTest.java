// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.dialect.SessionLock;
import dev.retort.project.DatabaseUrl;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock between runners, in one process and between processes. */
class SqliteLockTest {

    @TempDir
    Path folder;

    /** Takes the lock in a process of its own, says so, and waits until its input ends. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        SqliteDialectProvider provider = new SqliteDialectProvider();
        try (Connection connection = provider.connect(DatabaseUrl.parse("sqlite:///a.db"), folder)) {
            Optional<SessionLock.Held> held =
                    new SqliteLock().tryAcquire(request(connection, folder, "retort_version", "retort upgrade"));
            System.out.println(held.isPresent() ? "held" : "refused");
            System.in.read();
        }
    }

    private static SessionLock.Request request(Connection connection, Path folder, String name, String description) {
        return new SessionLock.Request(connection, null, folder, name, description);
    }

    private Process start() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("test.class.path", System.getProperty("java.class.path")),
                        SqliteLockTest.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String line(Process process) throws Exception {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    @Test
    void onlyOneHasTheLockAndItsFileGoesWithIt() throws Exception {
        try (TestDatabase database =
                TestDatabase.of(DatabaseUrl.parse("sqlite:///a.db"), folder, "CREATE TABLE t (a)")) {
            SessionLock.Request request = request(database.connection, folder, "retort_version", "retort upgrade head");
            SessionLock.Held held = new SqliteLock().tryAcquire(request).orElseThrow();
            assertTrue(Files.exists(folder.resolve("a.db-retort-lock")));
            assertTrue(new SqliteLock().tryAcquire(request).isEmpty(), "another lock object of the same process");
            String holder = new SqliteLock().holder(request).orElseThrow();
            assertTrue(
                    holder.matches("process " + ProcessHandle.current().pid()
                            + " \\(retort upgrade head\\) since \\d\\d:\\d\\d(:\\d\\d)?"),
                    holder);
            SessionLock.Held other = new SqliteLock()
                    .tryAcquire(request(database.connection, folder, "other_version", "x"))
                    .orElseThrow();
            other.close();
            held.close();
            held.close();
            assertFalse(Files.exists(folder.resolve("a.db-retort-lock")));
            new SqliteLock().tryAcquire(request).orElseThrow().close();
        }
    }

    @Test
    void theLockHoldsBetweenProcessesAndGoesWithTheProcess() throws Exception {
        try (TestDatabase database =
                TestDatabase.of(DatabaseUrl.parse("sqlite:///a.db"), folder, "CREATE TABLE t (a)")) {
            SessionLock.Request request = request(database.connection, folder, "retort_version", "me");
            SqliteLock lock = new SqliteLock();
            Process first = start();
            assertEquals("held", line(first));
            assertTrue(lock.tryAcquire(request).isEmpty());
            assertTrue(lock.holder(request).orElseThrow().startsWith("process " + first.pid() + " (retort upgrade)"));
            Process second = start();
            assertEquals("refused", line(second));
            second.getOutputStream().close();
            first.destroyForcibly();
            assertTrue(first.waitFor(10, TimeUnit.SECONDS));
            assertTrue(second.waitFor(10, TimeUnit.SECONDS));
            SessionLock.Held held = lock.tryAcquire(request).orElseThrow();
            held.close();
            assertFalse(Files.exists(folder.resolve("a.db-retort-lock")));
        }
    }

    @Test
    void aDatabaseInMemoryBelongsToItsConnection() throws Exception {
        try (TestDatabase database = TestDatabase.of()) {
            SessionLock.Request request = request(database.connection, folder, "retort_version", "me");
            new SqliteLock().tryAcquire(request).orElseThrow();
            assertTrue(new SqliteLock().holder(request).isEmpty());
        }
    }
}
