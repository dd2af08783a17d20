// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.engine.HistoryRequest;
import dev.retort.engine.MoveRequest;
import dev.retort.engine.Retort;
import dev.retort.engine.RetortConfig;
import dev.retort.project.DatabaseUrl;
import dev.retort.project.ProjectSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight threads at once: nothing of one call is seen by another. */
class ThreadsTest {

    private static final int THREADS = 8;

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private Shell shell;

    @BeforeEach
    void aProject() {
        shell = new Shell(folder);
        for (int i = 0; i < 5; i++) {
            shell.write(
                    "migrations/" + i + ".yaml",
                    "revision: rev" + i + "\n" + (i == 0 ? "" : "revises: rev" + (i - 1) + "\n")
                            + "upgrade: [{create_table: {name: t" + i + ", columns: [{name: id, type: integer}]}}]\n");
        }
        shell.write("migrations/Nine.java", """
                import dev.retort.migration.*;
                import dev.retort.operation.*;

                @Revision(id = "rev9", revises = "rev4")
                public final class Nine implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.dropTable("t4");
                    }
                }
                """);
    }

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }

    private Retort open(String database) {
        return Retort.open(RetortConfig.builder(ProjectSettings.defaults(folder))
                .url(DatabaseUrl.parse("sqlite:///" + database))
                .lockTimeout(Duration.ofSeconds(60))
                .build());
    }

    @Test
    void oneObjectServesReadersAndRunnersOfOneDatabase() throws Exception {
        Retort retort = open("app.db");
        List<Integer> steps = all(i -> () -> {
            if (i % 2 == 0) {
                return retort.upgrade("head").steps().size();
            }
            assertEquals(6, retort.history(HistoryRequest.ALL).size());
            assertEquals("[rev3]", retort.resolve("head-2").ids().toString());
            assertEquals(1, retort.heads(false).size());
            retort.plan(MoveRequest.upgrade("head"));
            retort.current();
            return 0;
        });

        assertEquals(6, steps.stream().mapToInt(Integer::intValue).sum());
        assertEquals(List.of("6"), shell.rows("app.db", "SELECT count(*) FROM retort_ledger"));
        assertEquals(List.of("rev9"), shell.rows("app.db", "SELECT version_num FROM retort_version"));
    }

    @Test
    void databasesOfTheirOwnDoNotMeet() throws Exception {
        List<String> rows = all(i -> () -> {
            Retort retort = open("app" + i + ".db");
            retort.upgrade("head");
            retort.downgrade("-" + (i % 4 + 1));
            return retort.current().rows().toString();
        });

        assertEquals(List.of("[rev4]", "[rev3]", "[rev2]", "[rev1]", "[rev4]", "[rev3]", "[rev2]", "[rev1]"), rows);
    }

    /** Runs a task on each thread, all of them starting together, and returns what they answer. */
    private <T> List<T> all(IntFunction<Callable<T>> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Callable<T> own = task.apply(i);
            running.add(threads.submit(() -> {
                start.await();
                return own.call();
            }));
        }
        List<T> answers = new ArrayList<>();
        for (Future<T> one : running) {
            answers.add(one.get(90, TimeUnit.SECONDS));
        }
        return answers;
    }
}
