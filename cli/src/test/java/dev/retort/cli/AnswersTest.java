// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands answer on a history with a branch, a merge and a dependency. */
class AnswersTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aHistory() throws IOException {
        shell = new Shell(folder.toRealPath());
        shell.write("retort.yaml", "database: {url: 'sqlite:///app.db'}\n");
        shell.write("migrations/.keep", "");
        shell.out("revision", "-m", "Start", "--rev-id", "aaaa11111111");
        shell.out("revision", "-m", "Left", "--rev-id", "bbbb11111111", "--branch-label", "left");
        shell.out("revision", "-m", "Right", "--rev-id", "cccc11111111", "--head", "aaaa11111111", "--splice");
    }

    @Test
    void headsInOneLineEach() {
        assertEquals("bbbb11111111 (left) (head)\ncccc11111111 (head)\n", shell.out("heads"));
    }

    @Test
    void branchesAsAlembicShowsThem() {
        assertEquals("""
                aaaa11111111 (branchpoint)
                       -> bbbb11111111 (left) (head)
                       -> cccc11111111 (head)

                """, shell.out("branches"));
    }

    @Test
    void historyMarksBranchesMergesAndDependencies() {
        shell.out("merge", "heads", "-m", "Join", "--rev-id", "dddd11111111");
        shell.out(
                "revision",
                "-m",
                "Aside",
                "--rev-id",
                "eeee11111111",
                "--head",
                "base",
                "--depends-on",
                "bbbb11111111");

        assertEquals("""
                bbbb11111111, cccc11111111 -> dddd11111111 (left) (head) (mergepoint), Join
                <base> (bbbb11111111) -> eeee11111111 (head), Aside
                aaaa11111111 -> bbbb11111111 (left), Left
                aaaa11111111 -> cccc11111111, Right
                <base> -> aaaa11111111 (branchpoint), Start
                """, shell.out("history"));
    }

    @Test
    void aRangeMayStandAtItsOption() {
        shell.out("upgrade", "-q", "left@head");

        assertEquals("""
                aaaa11111111 -> bbbb11111111 (left) (head) (current), Left
                <base> -> aaaa11111111 (branchpoint), Start
                """, shell.out("history", "-r-1:current", "-i"));
        assertEquals(shell.out("history", "-r-1:current", "-i"), shell.out("history", "-i", "-r", "-1:current"));
    }

    @Test
    void showTellsAllThatIsKnown() {
        assertEquals("""
                Rev: aaaa11111111 (branchpoint)
                Parent: <base>
                Branches into: bbbb11111111, cccc11111111
                Path: migrations/aaaa11111111_start.yaml
                Created: D

                    Start

                """, shell.out("show", "aaaa").replaceAll("Created: \\S+", "Created: D"));
    }

    @Test
    void graphForMermaidAndGraphviz() {
        assertEquals("""
                flowchart BT
                  r0["bbbb11111111 (head)<br/>Left"]
                  r1["cccc11111111 (head)<br/>Right"]
                  r2["aaaa11111111<br/>Start"]
                  r2 --> r0
                  r2 --> r1
                """, shell.out("graph"));
        assertEquals("""
                digraph history {
                  rankdir=BT
                  node [shape=box]
                  "bbbb11111111" [label="bbbb11111111 (head)\\nLeft"]
                  "cccc11111111" [label="cccc11111111 (head)\\nRight"]
                  "aaaa11111111" [label="aaaa11111111\\nStart"]
                  "aaaa11111111" -> "bbbb11111111"
                  "aaaa11111111" -> "cccc11111111"
                }
                """, shell.out("graph", "--format", "dot"));
    }

    @Test
    void planShowsSqlAndChangesNothing() {
        shell.write("migrations/dddd11111111_x.yaml", """
                revision: dddd11111111
                revises: cccc11111111
                message: Table
                upgrade: [{create_table: {name: t, columns: [{name: id, type: integer}]}}]
                downgrade: auto
                """);
        shell.out("upgrade", "-q", "cccc11111111");

        assertEquals("""
                cccc11111111 -> dddd11111111 (sqlite)

                upgrade dddd11111111  Table
                  migrations/dddd11111111_x.yaml
                  operations: create_table
                    CREATE TABLE "t" (
                        "id" INTEGER
                    )
                """, shell.out("plan", "dddd"));
        assertEquals("cccc11111111 (head)\n", shell.out("current").replace("cccc11111111\n", "cccc11111111 (head)\n"));
        assertEquals(java.util.List.of(), shell.schema("app.db"));
    }

    @Test
    void theProjectIsFoundFromAFolderBelowIt() {
        shell.write("deep/down/file", "");

        assertEquals(shell.out("heads"), shell.out("-C", "deep/down", "heads"));
        assertEquals(shell.out("heads"), shell.out("heads", "--directory=deep"));
        assertEquals(shell.out("heads"), shell.out("heads", "-C", "deep", "-c", "../retort.yaml"));
    }

    @Test
    void theEnvironmentWinsOverItsFile() {
        shell.write("retort.yaml", "migrations: [migrations]\n");
        shell.write(".env", "DATABASE_URL='sqlite:///file.db'\n");
        shell.out("-q", "upgrade", "heads");
        assertEquals(
                2, shell.out("current", "--url", "sqlite:///file.db").lines().count());

        shell.with("DATABASE_URL", "sqlite:///variable.db");
        assertEquals("", shell.out("current"));
    }

    @Test
    void alembicsNamesOfCommandsWork() {
        assertEquals(shell.out("list-templates"), shell.out("list_templates"));
        assertEquals("Created retort_version.\n", shell.out("ensure_version"));
        assertEquals("retort_version exists already.\n", shell.out("ensure-version"));
    }

    @Test
    void quietRunsSayNothing() {
        assertEquals("", shell.out("-q", "upgrade", "heads"));
        assertEquals("", shell.out("upgrade", "heads", "--quiet"));
        assertEquals("", shell.out("stamp", "-q", "heads"));
    }

    @Test
    void severalTargetsAreStampedAtOnce() {
        assertEquals("Stamped: bbbb11111111, cccc11111111.\n", shell.out("stamp", "bbbb11111111", "cccc11111111"));
        assertEquals("Stamped: base.\n", shell.out("stamp", "base"));
    }
}
