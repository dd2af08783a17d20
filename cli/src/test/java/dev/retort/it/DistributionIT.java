// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a user downloads, with its own class path, does the main job on every server. Runs after the distribution was made. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "starts the script for POSIX shells")
@ExtendWith(TestServersExtension.class)
class DistributionIT {

    @TempDir
    Path folder;

    private record Run(int status, String out, String err) {}

    @ParameterizedTest
    @EnumSource(names = "POSTGRES_OLDEST", mode = EnumSource.Mode.EXCLUDE)
    void theMusicStoreGoesUpAndDown(ServerKind kind, TestServers servers) throws Exception {
        goUpAndDown(ExamplesOnServersTest.emptyDatabase(servers.get(kind).url()));
    }

    @Test
    void theMusicStoreGoesUpAndDownOnSqlite() throws Exception {
        goUpAndDown("sqlite:///store.db");
    }

    private void goUpAndDown(String url) throws Exception {
        ExamplesOnServersTest.copy(Path.of("../examples/music-store"), folder);
        Files.writeString(folder.resolve(".env"), "DATABASE_URL=" + url + "\n");

        Run up = start("upgrade", "head");
        assertEquals(0, up.status(), up::toString);
        Run current = start("current");
        assertTrue(current.out().contains("(head)"), current::toString);
        Run down = start("downgrade", "base");
        assertEquals(0, down.status(), down::toString);
        assertEquals(new Run(0, "", ""), start("current"));
    }

    private Run start(String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(Stream.concat(Stream.of(launcher().toString()), Stream.of(arguments))
                        .toList())
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        int status = process.waitFor();
        return new Run(
                status, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private static Path launcher() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("target"))) {
            return folders.map(each -> each.resolve("bin/retort").toAbsolutePath())
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
