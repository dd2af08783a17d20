// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password is in no output, whatever the command and however it ends. */
class PasswordsTest {

    private static final String PASSWORD = "s3cr3t-w0rd";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aProject() throws IOException {
        shell = new Shell(folder.toRealPath()).with("RETORT_TRACE", "1");
        shell.out("init", "-q");
        shell.out("revision", "-m", "One", "--rev-id", "aaaa11111111");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann:s3cr3t-w0rd@127.0.0.1:1/shop",
                "jdbc:postgresql://127.0.0.1:1/shop?user=ann&password=s3cr3t-w0rd",
                "nobody://ann:s3cr3t-w0rd@host/shop",
                "sqlite:///app.db?password=s3cr3t-w0rd",
                "sqlite://ann:s3cr3t-w0rd@/app.db",
                "sqlite:///no/such/folder/app.db?key=1&password=s3cr3t-w0rd",
                "ann:s3cr3t-w0rd@host",
                "//ann:s3cr3t-w0rd@host/shop",
                "s3cr3t-w0rd"
            })
    void noOutputHoldsIt(String url) {
        for (String command : new String[] {
            "current -v",
            "upgrade head",
            "upgrade head --sql",
            "downgrade -1",
            "stamp head",
            "plan head",
            "history -i",
            "log",
            "ensure-version",
            "show current",
            "current --json",
            "upgrade head --json"
        }) {
            check(shell.run((command + " --url " + url).split(" ")), command);
            check(new Shell(shell.folder()).with("DATABASE_URL", url).run(command.split(" ")), command);
        }
    }

    private static void check(Shell.Ran ran, String command) {
        assertFalse(ran.out().contains(PASSWORD), () -> command + ": " + ran.out());
        assertFalse(ran.err().contains(PASSWORD), () -> command + ": " + ran.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody://ann:s3cr3t-w0rd@host/shop"})
    void oneOnTheCommandLineIsWarnedAbout(String url) {
        Shell.Ran ran = shell.run("current", "--url", url);

        assertEquals(2, ran.status());
        assertTrue(
                ran.err()
                        .startsWith("warning: The URL on the command line holds a password, which others can see in the"
                                + " list of processes and in the shell's history. [RT1005]\n"
                                + "  hint: Put it into DATABASE_URL or into .env.\n"),
                ran.err());
    }
}
