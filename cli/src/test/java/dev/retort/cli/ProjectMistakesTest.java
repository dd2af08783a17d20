// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about mistakes on the command line, in the project file and in the database's URL: the full texts. */
class ProjectMistakesTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void openAShell() throws IOException {
        shell = new Shell(folder.toRealPath());
    }

    @Test
    void aCommandThatDoesNotExist() {
        assertEquals("""
                error: There is no command 'upgrad'. [RT1001]
                  hint: Did you mean 'upgrade'? 'retort --help' tells what there is.
                """, shell.err(2, "upgrad", "head"));
    }

    @Test
    void anOptionThatDoesNotExist() {
        assertEquals("""
                error: 'retort stamp' has no option '--pruge'. [RT1001]
                  hint: Did you mean '--purge'? 'retort stamp --help' tells what there is.
                """, shell.err(2, "stamp", "--pruge", "head"));
    }

    @Test
    void aMissingArgument() {
        assertEquals("""
                error: 'retort upgrade' must be told more. [RT1001]
                  hint: Say where to, for example 'retort upgrade head'. 'retort upgrade --help' tells what there is.
                """, shell.err(2, "upgrade"));
    }

    @Test
    void anArgumentTooMany() {
        assertEquals("""
                error: 'retort downgrade' has no use for '-2'. [RT1001]
                  hint: 'retort downgrade --help' tells what there is.
                """, shell.err(2, "downgrade", "-1", "-2"));
    }

    @Test
    void anOptionWithoutItsValue() {
        assertEquals("""
                error: --message must have a value, TEXT. [RT1001]
                  hint: 'retort revision --help' tells what there is.
                """, shell.err(2, "revision", "-m"));
    }

    @Test
    void noProjectFile() {
        assertEquals(
                "error: There is no project here: no retort.yaml in '" + shell.folder()
                        + "' or a folder above it. [RT1002]\n"
                        + "  hint: Start one with 'retort init', or say where it is with -C DIR or -c FILE.\n",
                shell.err(2, "current"));
    }

    @Test
    void aProjectFileThatIsNotWhereTheOptionSays() {
        assertEquals(
                "error: There is no project file 'other.yaml', which -c names. [RT1002]\n",
                shell.err(2, "current", "-c", "other.yaml"));
    }

    @Test
    void aFolderThatDoesNotExist() {
        assertEquals(
                "error: There is no folder 'nowhere', which -C names. [RT1007]\n",
                shell.err(2, "-C", "nowhere", "current"));
    }

    @Test
    void twoMisspeltKeysOfTheProjectFileAreToldAtOnce() {
        shell.write("retort.yaml", "migratons: [m]\ndatabase: {ulr: 'sqlite:///app.db'}\n");

        assertEquals("""
                error: Unknown key 'migratons' in the project file. [RT2002]
                  at retort.yaml:1:1
                  hint: Did you mean 'migrations'?
                error: Unknown key 'ulr' in database. [RT2002]
                  at retort.yaml:2:12
                  hint: Did you mean 'url'?
                """, shell.err(2, "current"));
    }

    @Test
    void noDatabaseUrl() {
        shell.write("retort.yaml", "migrations: [migrations]\n");

        assertEquals("""
                error: There is no database URL: DATABASE_URL is set neither in the environment nor in a .env file. [RT1004]
                  hint: Put a line such as DATABASE_URL=sqlite:///app.db into the file .env beside the project file, \
                set the variable, or give --url URL.
                """, shell.err(2, "current"));
    }

    @Test
    void aVariableInTheMiddleOfTheUrlThatIsNotSet() {
        shell.write("retort.yaml", "database: {url: 'sqlite:///${NAME}.db'}\n");

        assertEquals("""
                error: The database URL is incomplete: NAME is set neither in the environment nor in a .env file. [RT1006]
                  hint: Set NAME, or write ${NAME:-default}.
                """, shell.err(2, "current"));
    }

    @Test
    void aUrlForWhichNoDialectIsInstalled() {
        shell.write("retort.yaml", "database: {url: 'oracle://scott@host/db'}\n");
        shell.write("migrations/.keep", "");

        assertEquals("""
                error: No installed dialect takes the database URL oracle://scott@host/db. Installed are: [RT5001]
                    mariadb: mariadb://user@localhost:3306/app, jdbc:mariadb://localhost/app?user=app
                    mysql: mysql://user@localhost:3306/app, jdbc:mysql://localhost/app?user=app
                    postgres: postgresql://app@db.example.com:5432/shop?sslmode=verify-full, postgres://localhost/shop, jdbc:postgresql://localhost:5432/shop?user=app
                    sqlite: sqlite:///app.db, sqlite:////var/lib/app/app.db, sqlite:///:memory:, jdbc:sqlite:app.db
                  hint: Correct the URL, or put the jar of its dialect on the class path.
                """, shell.err(2, "current"));
    }

    @Test
    void aUrlThatIsNone() {
        shell.write("retort.yaml", "database: {url: app.db}\n");

        assertEquals("""
                error: The project has a database URL that cannot be read: a database URL must start with a scheme, \
                such as sqlite:///app.db, postgresql://user@host/name or jdbc:mysql://host/name. [RT1005]
                """, shell.err(2, "current"));
    }

    @Test
    void aLineOfTheEnvironmentFileThatIsNone() {
        shell.write("retort.yaml", "migrations: [migrations]\n");
        shell.write(".env", "# the database\nA=b\nthe secret line\n");

        assertEquals("""
                error: This line is not of the form NAME=value, or its quotes do not match. [RT1003]
                  at .env:3
                  hint: The line is not shown here, because it may hold a password.
                """, shell.err(2, "current"));
    }

    @Test
    void anEnvironmentThatTheProjectFileDoesNotHave() {
        shell.write("retort.yaml", "environments: {production: {database: {url: 'sqlite:///p.db'}}}\n");

        assertEquals("""
                error: There is no environment 'prodction'. [RT1003]
                  at retort.yaml
                  hint: Did you mean 'production'?
                """, shell.err(2, "-n", "prodction", "current"));
    }

    @Test
    void aProjectThatExistsAlready() {
        shell.write("retort.yaml", "format: yaml\n");

        assertEquals(
                "error: There is a project already: " + shell.folder().resolve("retort.yaml")
                        + ". Nothing was changed. [RT1008]\n"
                        + "  hint: Write its first migration with 'retort revision -m MESSAGE'.\n",
                shell.err(2, "init"));
    }

    @Test
    void withJsonMistakesAreJsonToo() {
        assertEquals("""
                {
                  "findings" : [ {
                    "code" : "RT1001",
                    "severity" : "error",
                    "subject" : "",
                    "message" : "There is no command 'curent'.",
                    "hint" : "Did you mean 'current'? 'retort --help' tells what there is.",
                    "location" : null
                  } ]
                }
                """, shell.run("curent", "--json").out());
    }
}
