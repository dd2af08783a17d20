// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.ExitStatus;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.engine.Retort;
import dev.retort.engine.RunEvent;
import dev.retort.engine.RunListener;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Others have the database: programs that know nothing of Retort, and other runners. */
@Timeout(60)
class LockedDatabaseTest {

    @TempDir
    Path folder;

    private SqliteProject project;

    @BeforeEach
    void createProject() {
        project = SqliteProject.shop(folder);
    }

    @Test
    void writeLockOfAnotherProgramKeepsTheFirstUpgradeFromBeginning() throws Exception {
        try (Connection other = writing()) {
            Finding finding = refused(() -> patient(1).upgrade("head"));
            assertTrue(finding.message().contains("Another connection holds the database"), finding.message());
            assertTrue(finding.message().contains("Waited 1 s for it. Nothing was changed."), finding.message());
            assertFalse(other.isClosed());
        }
        assertEquals(List.of(), project.query("t.db", "SELECT name FROM sqlite_master"));
        patient(1).upgrade("head");
    }

    @Test
    void writeLockOfAnotherProgramKeepsARevisionFromBeginning() throws Exception {
        project.open("t.db").upgrade("b2");
        List<String> before = project.dump("t.db");
        try (Connection other = writing()) {
            for (boolean up : new boolean[] {true, false}) {
                Finding finding = refused(() -> {
                    if (up) {
                        patient(1).upgrade("head");
                    } else {
                        patient(1).downgrade("base");
                    }
                });
                assertTrue(
                        finding.message().contains(up ? "'c3' (step c3) was not upgraded" : "'b2' (step b2) was not"),
                        finding.message());
                assertTrue(finding.message().contains("Waited 1 s for it."), finding.message());
                assertTrue(finding.message().contains("The database is at 'b2'."), finding.message());
            }
            refused(() -> patient(1).stamp("a1"));
            assertFalse(other.isClosed());
        }
        assertEquals(before, project.dump("t.db"));
    }

    @Test
    void writeLockThatIsGivenBackInTimeIsWaitedFor() throws Exception {
        Thread release;
        try (Connection other = writing()) {
            CountDownLatch begun = new CountDownLatch(1);
            release = new Thread(() -> {
                try {
                    assertTrue(begun.await(20, TimeUnit.SECONDS));
                    Thread.sleep(700);
                    other.createStatement().execute("ROLLBACK");
                } catch (InterruptedException | SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            release.start();
            begun.countDown();
            patient(20).upgrade("head");
            release.join();
        }
        assertEquals(List.of("g7"), project.query("t.db", "SELECT version_num FROM retort_version"));
    }

    @Test
    void runnerThatWaitsNamesTheOneThatItWaitsForAndGoesOnAfterIt() throws Exception {
        List<RunEvent> events = new ArrayList<>();
        CountDownLatch waiting = new CountDownLatch(1);
        AtomicReference<Finding> timeout = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicReference<Thread> second = new AtomicReference<>();
        RunListener whileRunning = event -> {
            if (event instanceof RunEvent.StepStarted started && started.index() == 2) {
                timeout.set(refused(() -> patient(1).upgrade("head")));
                second.set(new Thread(() -> project.open(
                                "t.db",
                                builder -> builder.lockTimeout(Duration.ofSeconds(30))
                                        .listener(told -> {
                                            events.add(told);
                                            if (told instanceof RunEvent.LockWaiting) {
                                                waiting.countDown();
                                            }
                                        }))
                        .upgrade("head")));
                second.get().setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
                second.get().start();
                try {
                    assertTrue(waiting.await(20, TimeUnit.SECONDS));
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }
        };
        project.open("t.db", builder -> builder.user("ada").host("loom").listener(whileRunning))
                .upgrade("head");
        second.get().join();

        String holder = "process " + ProcessHandle.current().pid()
                + " \\(retort upgrade head by ada on loom\\) since \\d\\d:\\d\\d(:\\d\\d)?";
        String message = timeout.get().message();
        assertTrue(
                message.matches("Another runner has the database: " + holder
                        + "\\. Waited 1 s for it\\. Nothing was changed\\."),
                message);
        assertEquals(null, failure.get());
        RunEvent.LockWaiting told = (RunEvent.LockWaiting) events.get(0);
        assertTrue(String.valueOf(told.holder()).matches(holder), told.holder());
        assertEquals(Duration.ofSeconds(30), told.limit());
        RunEvent.LockObtained obtained = events.stream()
                .filter(RunEvent.LockObtained.class::isInstance)
                .map(RunEvent.LockObtained.class::cast)
                .findFirst()
                .orElseThrow();
        assertTrue(obtained.waited().compareTo(told.waited()) > 0, "it tells how long it waited");
        assertTrue(events.stream().noneMatch(RunEvent.StepStarted.class::isInstance), "there was nothing left to do");
    }

    private Retort patient(int seconds) {
        return project.open("t.db", builder -> builder.lockTimeout(Duration.ofSeconds(seconds)));
    }

    private Connection writing() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("t.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
        return connection;
    }

    /** What a run is refused with; it waits about a second for that, neither less nor much more. */
    private static Finding refused(Runnable run) {
        long begin = System.nanoTime();
        RetortException refused = assertThrows(RetortException.class, run::run);
        long millis = (System.nanoTime() - begin) / 1_000_000;
        assertEquals(ErrorCode.LOCK_TIMEOUT, refused.findings().get(0).code(), refused.getMessage());
        assertEquals(ExitStatus.LOCKED, refused.exitStatus());
        assertEquals(6, refused.exitStatus().code());
        assertTrue(millis >= 900 && millis < 4000, "waited " + millis + " ms");
        return refused.findings().get(0);
    }
}
