// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The law of recovery: killed at any point and run again, a database ends as if the run had never been killed. */
class KillTest {

    private static final int ROUNDS = 30;
    private static final long SEED = 20260102L;

    @TempDir
    Path folder;

    @Test
    void killedRunCanAlwaysBeFinished() throws Exception {
        SqliteProject project = SqliteProject.shop(folder);
        project.open("whole.db").upgrade("head");
        List<String> whole = project.dump("whole.db");
        int events = run("count.db", Integer.MAX_VALUE, false);
        Random random = new Random(SEED);
        int kills = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String database = "round" + round + ".db";
            // One kind of round stops dead at an event, the other is killed from outside some time after it.
            boolean outside = round % 2 == 1;
            int reached = run(database, 1 + random.nextInt(events), outside);
            kills += reached < events ? 1 : 0;
            assertStepsAreWhole(project, database, round);
            project.open(database).upgrade("head");
            assertEquals(String.join("\n", whole), String.join("\n", project.dump(database)), "round " + round);
            assertEquals(List.of("ok"), project.query(database, "PRAGMA integrity_check"));
        }
        assertTrue(kills > ROUNDS / 2, "most rounds must end in a kill, but " + kills + " did");
    }

    /** What the version row says is there, and nothing of what comes after it. */
    private static void assertStepsAreWhole(SqliteProject project, String database, int round) {
        List<String> tables = project.query(database, "SELECT name FROM sqlite_master WHERE type = 'table'");
        List<String> rows = tables.contains("retort_version")
                ? project.query(database, "SELECT version_num FROM retort_version")
                : List.of();
        String at = rows.isEmpty() ? "" : rows.get(0);
        String message = "round " + round + " at '" + at + "': " + tables;
        assertEquals(at.compareTo("a1") >= 0, tables.contains("users"), message);
        assertEquals(at.compareTo("b2") >= 0, tables.contains("orders"), message);
        assertEquals(at.compareTo("d4") >= 0, tables.contains("audit"), message);
        assertEquals(at.compareTo("f6") >= 0, tables.contains("legacy"), message);
        assertTrue(tables.stream().noneMatch(name -> name.contains("_new") || name.contains("_tmp")), message);
    }

    /** Runs a process that upgrades a database, kills it at an event, and tells how many events there were. */
    private int run(String database, int killAt, boolean outside) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        folder.toString(),
                        database,
                        Integer.toString(outside ? Integer.MAX_VALUE : killAt))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int events = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (lines.readLine() != null) {
                events++;
                if (outside && events == killAt) {
                    process.destroyForcibly();
                    break;
                }
            }
        }
        process.waitFor();
        return events;
    }
}
