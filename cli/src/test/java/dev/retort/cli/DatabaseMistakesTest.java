// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about mistakes in revisions, migrations and databases: the full texts. */
class DatabaseMistakesTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void threeRevisions() throws IOException {
        shell = new Shell(folder.toRealPath());
        shell.write("retort.yaml", "database: {url: 'sqlite:///app.db'}\n");
        migration("aaaa11112222", "", "First", "create_table: {name: t, columns: [{name: id, type: integer}]}");
        migration(
                "aaaa11113333",
                "revises: aaaa11112222\n",
                "Second",
                "add_column: {table: t, column: {name: b, type: text}}");
        migration(
                "bbbb11113333",
                "revises: aaaa11113333\n",
                "Third",
                "add_column: {table: t, column: {name: c, type: text}}");
    }

    private void migration(String id, String revises, String message, String operation) {
        shell.write(
                "migrations/" + id + "_x.yaml",
                "revision: " + id + "\n" + revises + "message: " + message + "\nupgrade:\n  - " + operation
                        + "\ndowngrade: auto\n");
    }

    @Test
    void aRevisionThatDoesNotExist() {
        assertEquals("""
                error: Can't locate revision identified by 'bbbb11113334'. [RT3001]
                  at command line
                  hint: Did you mean 'bbbb11113333'?
                """, shell.err(3, "upgrade", "bbbb11113334"));
    }

    @Test
    void aShortNameThatDoesNotExist() {
        assertEquals("""
                error: Can't locate revision identified by 'xyz'. [RT3001]
                  at command line
                  hint: Names shorter than four characters are found whole, or not at all.
                """, shell.err(3, "upgrade", "xyz"));
    }

    @Test
    void aBeginningOfSeveralIds() {
        assertEquals("""
                error: 'aaaa' is the beginning of 2 names: [RT3002]
                    aaaa11112222  First
                    aaaa11113333  Second
                  at command line
                  hint: Write more characters of the one that you mean.
                """, shell.err(3, "show", "aaaa"));
    }

    @Test
    void aParentThatDoesNotExist() {
        migration("cccc11113333", "revises: bbbb11113334\n", "Fourth", "drop_table: {name: t}");

        assertEquals("""
                error: Revision 'cccc11113333' revises 'bbbb11113334', which no migration file defines. [RT3105]
                  at migrations/cccc11113333_x.yaml:1:1
                  hint: Did you mean 'bbbb11113333'? The name must be given whole.
                """, shell.err(2, "history"));
    }

    @Test
    void aDatabaseThatIsNotUpToDate() {
        shell.out("upgrade", "+1");

        assertEquals("""
                error: Target database is not up to date: 2 of 3 migrations have not run. It is at: [RT3202]
                    aaaa11112222  First
                  The heads are:
                    bbbb11113333  Third
                  hint: 'retort upgrade heads' brings it up to date.
                """, shell.err(1, "current", "--check-heads"));
    }

    @Test
    void aVersionRowWhoseFileIsGone() throws IOException {
        shell.out("upgrade", "head");
        Files.delete(shell.folder().resolve("migrations/bbbb11113333_x.yaml"));

        assertEquals("""
                error: Can't locate revision identified by 'bbbb11113333': the database has this version row, but no \
                migration file defines it. [RT3201]
                  at version table
                  hint: Did you mean 'aaaa11113333'? Restore the file. If the schema is known to be at another revision, \
                'retort stamp --purge <revision>' replaces all version rows.
                """, shell.err(3, "upgrade", "head"));
        Shell.Ran current = shell.run("current");
        assertEquals(3, current.status());
        assertEquals("bbbb11113333 (no file)\n", current.out());
        assertEquals("""
                error: Can't locate revision identified by 'bbbb11113333': the database has this version row, but no \
                migration file defines it. [RT3201]
                  at version table
                  hint: Did you mean 'aaaa11113333'? Restore the file. If the schema is known to be at another revision, \
                'retort stamp --purge <revision>' replaces all version rows.
                """, current.err());
        assertEquals("Stamped: aaaa11113333.\n", shell.out("stamp", "--purge", "head"));
    }

    @Test
    void aMisspeltKeyOfAMigration() {
        migration(
                "cccc11113333",
                "revises: bbbb11113333\n",
                "Fourth",
                "add_column: {tabel: t, column: {name: d, type: text}}");

        assertEquals("""
                error: Unknown key 'tabel' in add_column. [RT2002]
                  at migrations/cccc11113333_x.yaml:5:18
                  hint: Did you mean 'table'?
                """, shell.err(2, "upgrade", "head"));
    }

    @Test
    void aTableThatDoesNotExistIsFoundBeforeTheDatabaseIsTouched() {
        migration(
                "cccc11113333",
                "revises: bbbb11113333\n",
                "Fourth",
                "add_column: {table: tt, column: {name: d, type: text}}");

        assertEquals("""
                error: There is no table 'tt' at this point. [RT4001]
                  at migrations/cccc11113333_x.yaml:5:5
                  hint: Did you mean 't'?
                """, shell.err(2, "upgrade", "head"));
        assertEquals(List.of(), shell.schema("app.db"));
    }

    @Test
    void aStatementThatFailsSaysWhereTheDatabaseIsNow() {
        migration("cccc11113333", "revises: bbbb11113333\n", "Fourth", "execute: INSERT INTO t (nope) VALUES (1)");

        Shell.Ran ran = shell.run("upgrade", "head");

        assertEquals(5, ran.status());
        assertEquals("""
                error: Revision 'cccc11113333' (Fourth) failed in its upgrade, at 'execute': [RT7001]
                    INSERT INTO t (nope) VALUES (1)
                  The database says: table t has no column named nope.
                  Everything of this revision was rolled back. The database is at 'bbbb11113333'. 3 revisions \
                ran before it and stayed. Remaining: 'cccc11113333'.
                  at migrations/cccc11113333_x.yaml:5:5
                  hint: Fix the migration and run the same command again.
                """, ran.err());
        assertEquals("bbbb11113333\n", shell.out("current").replace(" (head)", ""));
    }

    @Test
    void aFileThatIsNoDatabase() {
        shell.write(
                "app.db",
                "A text that is long enough to be read as the header of a database file, and is none.\n".repeat(9));

        assertEquals("""
                error: The database sqlite:///app.db is no SQLite database, or it is encrypted. [RT6004]
                  hint: Look whether the URL names the right file.
                """, shell.err(4, "current"));
    }

    @Test
    void aDatabaseThatMustNotBeWritten() {
        shell.out("upgrade", "-q", "head");
        String url = "jdbc:sqlite:file:" + shell.folder().resolve("app.db") + "?mode=ro";

        assertEquals("bbbb11113333 (head)\n", shell.out("current", "--url", url));
        Shell.Ran ran = shell.run("downgrade", "-1", "--url", url);

        assertFalse(ran.status() == 0);
        assertEquals("""
                error: Revision 'bbbb11113333' (Third) failed in its downgrade, at 'drop_column': [RT7001]
                    ALTER TABLE "t" DROP COLUMN "c"
                  The database says: The database URL cannot be written: attempt to write a readonly database.
                  Everything of this revision was rolled back. The database is at 'bbbb11113333'. Remaining: 'bbbb11113333'.
                  at migrations/bbbb11113333_x.yaml:5:5
                  hint: Fix the migration and run the same command again.
                """, ran.err().replace(url, "URL"));
    }

    @Test
    void aLockThatIsNotObtainedInSeveralAttempts() throws Exception {
        shell.write(
                "retort.yaml",
                "database: {url: 'sqlite:///app.db'}\ntimeouts: {lock: 50ms}\nretry: {attempts: 2, backoff: 0}\n");
        shell.out("upgrade", "-q", "+1");
        try (Connection other = DriverManager.getConnection(
                        "jdbc:sqlite:" + shell.folder().resolve("app.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            String err = shell.err(6, "upgrade", "head");
            assertEquals(
                    """
                    Revision 'aaaa11113333' did not get a lock: database is locked. \
                    Attempt 2 of 2 in 0 ms ...
                    error: Revision 'aaaa11113333' (Second) was not upgraded: Another connection holds the database \
                    sqlite:///app.db. Waited 50 ms for it. It was tried 2 times. [RT6101]
                      Everything of this revision was rolled back. The database is at 'aaaa11112222'. Remaining: \
                    'aaaa11113333', 'bbbb11113333'.
                      hint: Find out which program writes to it, and run the same command again when it is done, or wait \
                    longer: 'timeouts' and 'retry' in the project file.
                    """,
                    err.replaceAll("(?m)^ *held by process \\d+ .*\n| *Who holds the lock:\n *process \\d+ .*\n", ""));
        }
    }

    @Test
    void aDatabaseThatSomebodyElseLocks() throws Exception {
        shell.out("upgrade", "-q", "head");
        try (Connection other = DriverManager.getConnection(
                        "jdbc:sqlite:" + shell.folder().resolve("app.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            assertEquals("""
                    error: The database sqlite:///app.db?busy_timeout=50 is locked by another connection, for longer than 50 ms. [RT6101]
                      hint: Find out which program writes to it, or wait longer: busy_timeout in the URL, in milliseconds.
                    """, shell.err(6, "upgrade", "head", "--url", "sqlite:///app.db?busy_timeout=50"));
        }
    }
}
