// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the keys of a project file, and the options beside them, do to commands. */
class ProjectFileKeysTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void openAShell() throws IOException {
        shell = new Shell(folder.toRealPath());
        shell.write("migrations/.keep", "");
    }

    private void project(String... lines) {
        shell.write("retort.yaml", String.join("\n", lines) + "\n");
    }

    @Test
    void everyTokenOfAFileName() {
        project(
                "timezone: Asia/Tokyo",
                "file_template: '{epoch}_{year}{month}{day}T{hour}{minute}{second}_{rev}_{slug}'");
        String created = shell.out("revision", "-m", "Add it", "--rev-id", "aaaa");
        assertTrue(created.matches("Created migrations/\\d{10}_\\d{8}T\\d{6}_aaaa_add_it\\.yaml\n"), created);
        long epoch = Long.parseLong(created.replaceAll("\\D*(\\d+)_.*\n", "$1"));
        String local = java.time.format.DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss")
                .format(java.time.Instant.ofEpochSecond(epoch).atZone(java.time.ZoneId.of("Asia/Tokyo")));
        assertTrue(created.contains("_" + local + "_"), created);
    }

    @Test
    void foldersInAFileNameNeedASearchThatFindsThem() {
        project("file_template: '{year}/{rev}'");
        assertTrue(shell.err(2, "revision", "-m", "x").contains("Set 'recursive: true' in the project file."));

        project("recursive: true", "file_template: '{year}/{month}/{rev}_{slug}'");
        assertTrue(shell.out("revision", "-m", "One", "--rev-id", "aaaa")
                .matches("Created migrations/\\d{4}/\\d\\d/aaaa_one\\.yaml\n"));
        shell.out("revision", "-m", "Two", "--rev-id", "bbbb");
        assertEquals("aaaa -> bbbb (head), Two\n<base> -> aaaa, One\n", shell.out("history"));
    }

    @Test
    void aTimeZoneThatDoesNotExist() {
        project("timezone: Mars/Olympus");
        assertEquals("""
                error: Can't locate timezone: Mars/Olympus [RT1003]
                  at retort.yaml:1:11
                  hint: Expected the name of a time zone such as Europe/Berlin or UTC.
                """, shell.err(2, "heads"));
    }

    @Test
    void theLengthOfASlug() {
        project("truncate_slug_length: 12");
        assertEquals(
                "Created migrations/aaaa_one_two_.yaml\n",
                shell.out("revision", "-m", "One two three four", "--rev-id", "aaaa"));
        project("truncate_slug_length: 0");
        assertTrue(shell.err(2, "heads").contains("retort.yaml:1:23"));
    }

    @Test
    void severalFoldersOfMigrations() {
        shell.write("more/.keep", "");
        project("migrations: [migrations, more]");
        assertEquals("""
                error: Multiple version locations present, please specify --version-path. [RT1001]
                  at command line
                  hint: Version locations are migrations, more.
                """, shell.err(2, "revision", "-m", "x"));
        shell.out("revision", "-m", "One", "--rev-id", "aaaa", "--version-path", "more");
        assertEquals("Created more/bbbb_two.yaml\n", shell.out("revision", "-m", "Two", "--rev-id", "bbbb"));
        assertEquals(
                "Created migrations/cccc_apart.yaml\n",
                shell.out(
                        "revision",
                        "-m",
                        "Apart",
                        "--rev-id",
                        "cccc",
                        "--head",
                        "base",
                        "--version-path",
                        "migrations"));
        assertTrue(shell.err(2, "revision", "--head", "aaaa", "--splice", "--version-path", "elsewhere")
                .contains("Path elsewhere is not represented in current version locations."));
        assertEquals(2, shell.out("heads").lines().count());
    }

    @Test
    void aFolderOfMigrationsThatIsNone() {
        project("migrations: [nowhere, retort.yaml]");
        assertEquals("""
                error: Path doesn't exist: nowhere. [RT1007]
                  hint: Make the folder, or correct 'migrations' in the project file.
                error: 'retort.yaml' should be a folder of migrations, but is a file. [RT1007]
                  hint: Make the folder, or correct 'migrations' in the project file.
                """, shell.err(2, "heads"));
    }

    @Test
    void foldersBelowAreSearchedIfThatIsSaid() {
        shell.write("migrations/deep/a.yaml", "revision: aaaa\nupgrade:\n");
        project("recursive: false");
        assertEquals("", shell.out("heads"));
        project("recursive: true");
        assertEquals("aaaa (head)\n", shell.out("heads"));
    }

    @Test
    void severalEnvironmentsInOneFile() {
        project(
                "database: {url: 'sqlite:///main.db'}",
                "environments:",
                "  staging: {database: {url: 'sqlite:///staging.db'}}",
                "  reports: {migrations: [reports], database: {url: 'sqlite:///reports.db'}}");
        shell.write(
                "reports/r.yaml",
                "revision: rrrr\nupgrade: [{create_table: {name: r, columns: [{name: a, type: integer}]}}]\n");
        shell.out("revision", "-m", "One", "--rev-id", "aaaa");

        shell.out("upgrade", "-q", "-n", "staging", "head");
        shell.out("-n", "reports", "upgrade", "-q", "head");

        assertEquals("", shell.out("current"));
        assertEquals("aaaa (head)\n", shell.out("current", "--name", "staging"));
        assertEquals("rrrr (head)\n", shell.out("current", "-n", "reports"));
        assertEquals("""
                error: There is no environment 'stagin'. [RT1003]
                  at retort.yaml
                  hint: Did you mean 'staging'?
                """, shell.err(2, "current", "-n", "stagin"));
        assertTrue(shell.err(2, "current", "-n", "x").contains("Known: staging, reports."));
    }

    @Test
    void theProjectFileMayBeNamedByAVariable() {
        shell.write("conf/other.yaml", "migrations: [m]\ndatabase: {url: 'sqlite:///x.db'}\n");
        shell.write("conf/m/a.yaml", "revision: aaaa\nupgrade:\n");
        shell.with("RETORT_CONFIG", "conf/other.yaml");
        assertEquals("aaaa (head)\n", shell.out("heads"));
        shell.with("RETORT_CONFIG", "conf/none.yaml");
        assertEquals("""
                error: There is no project file 'conf/none.yaml', which RETORT_CONFIG names. [RT1002]
                """, shell.err(2, "heads"));
        assertEquals("aaaa (head)\n", shell.out("heads", "-c", "conf/other.yaml"));
    }

    @Test
    void givenValuesReachYamlAndJava() {
        project("database: {url: 'sqlite:///app.db'}");
        shell.write("migrations/a.yaml", """
                revision: aaaa
                placeholders: true
                upgrade:
                  - create_table: {name: "${tenant}_users", columns: [{name: id, type: integer}]}
                """);
        shell.write("migrations/B.java", """
                import static dev.retort.operation.Dsl.*;

                import dev.retort.migration.*;
                import dev.retort.operation.*;

                @Revision(id = "bbbb", revises = "aaaa")
                public final class B implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.createTable(op.argument("tenant").orElse("none") + "_roles", column("id", integer()));
                    }
                }
                """);
        shell.out("upgrade", "-q", "head", "-x", "tenant=acme", "-x", "bare");
        assertEquals(
                List.of("acme_roles", "acme_users"),
                shell.rows("app.db", "SELECT name FROM sqlite_schema WHERE name LIKE 'acme%' ORDER BY 1"));
        Shell.Ran without = shell.run("upgrade", "head", "--url", "sqlite:///other.db");
        assertTrue(without.err().contains("tenant") && without.status() == 2, without.toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aHookRunsInTheProjectsFolderWithTheFilesName() {
        project("hooks: {post_write: [[sh, -c, 'pwd > where; echo \"$1\" > what', hook, '{file}']]}");
        shell.with("PATH", System.getenv("PATH"));
        shell.write("below/file", "");

        shell.out("-C", "below", "revision", "-m", "One", "--rev-id", "aaaa");

        assertEquals(shell.folder() + "\n", shell.read("where"));
        assertEquals(shell.folder().resolve("migrations/aaaa_one.yaml") + "\n", shell.read("what"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aHookThatFailsIsToldAndTheOthersRun() {
        project(
                "hooks: {post_write: [[sh, -c, 'echo the formatter says no >&2; exit 3'], [no-such-tool], [touch, done]]}");
        shell.with("PATH", System.getenv("PATH"));

        Shell.Ran ran = shell.run("revision", "-m", "One", "--rev-id", "aaaa");

        assertEquals(1, ran.status());
        assertEquals("Created migrations/aaaa_one.yaml\n", ran.out());
        assertTrue(ran.err().startsWith("""
                error: The hook 'sh -c echo the formatter says no >&2; exit 3' failed: it ended with status 3: [RT1009]
                  the formatter says no
                  hint: The migration file was written. Correct the hook under 'hooks' in the project file, or run it by hand.
                error: The hook 'no-such-tool' failed: it could not be started: No such file or directory. [RT1009]
                """), ran.err());
        assertTrue(shell.files().contains("done"));
    }
}
