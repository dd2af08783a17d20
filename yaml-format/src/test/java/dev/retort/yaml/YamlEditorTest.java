// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.retort.migration.MigrationHeader;
import dev.retort.migration.RevisionId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlEditorTest {

    private static final String TEXT = """
            # why this exists \uD83D\uDE00
            revision: a1   # one
            revises:  b1   # the parent
            message: Old
            labels:   # many
              - x      # first
              - y
            # before the body
            upgrade:
              -  drop_table:   users
            """;

    @TempDir
    Path folder;

    @Test
    void onlyTheValueChanges() {
        assertEquals(
                TEXT.replace("b1   #", "[c1, \"1e10\"]   #"),
                YamlEditor.of(TEXT).revises(ids("c1", "1e10")).edited());
        assertEquals(
                TEXT.replace("b1   #", "null   #"),
                YamlEditor.of(TEXT).revises(List.of()).edited());
        assertEquals(
                TEXT.replace("Old", "\"a: b\""),
                YamlEditor.of(TEXT).message("a: b").edited());
    }

    @Test
    void listsWithOneItemPerLineKeepTheirShape() {
        assertEquals(
                TEXT.replace("- x      # first\n  - y", "- z\n  - \"no\""),
                YamlEditor.of(TEXT).labels(List.of("z", "no")).edited());
    }

    @Test
    void aMissingKeyGoesToItsUsualPlace() {
        assertEquals(
                TEXT.replace("  - y\n", "  - y\ndepends_on: [q]\n"),
                YamlEditor.of(TEXT).dependsOn(List.of("q")).edited());
        assertEquals(
                "revision: a1\nrevises: b\n",
                YamlEditor.of("revision: a1").revises(ids("b")).edited());
    }

    @Test
    void lineEndingsAndByteOrderMarksStay() {
        String text = "\uFEFF" + TEXT.replace("\n", "\r\n");
        assertEquals(
                text.replace("b1   #", "c1   #").replace("  - y\r\n", "  - y\r\ndepends_on: [q]\r\n"),
                YamlEditor.of(text).revises(ids("c1")).dependsOn(List.of("q")).edited());
    }

    @Test
    void whatIsSetReadsBack() {
        for (String text : List.of(
                TEXT,
                "revision: a1\nrevises:\nmessage: |\n  several\n  lines\nlabels: []\nupgrade: []\n",
                "revision: a1\nmessage: >-\n  folded\n  text\n\nupgrade:\n")) {
            MigrationHeader header = new Migrations(folder)
                    .header(YamlEditor.of(text)
                            .revises(ids("c1", "c2"))
                            .labels(List.of("l"))
                            .dependsOn(List.of("d"))
                            .message("it's \"new\": #1")
                            .edited());
            assertEquals(ids("c1", "c2"), header.revises());
            assertEquals(List.of("l"), header.labels());
            assertEquals(List.of("d"), header.dependsOn());
            assertEquals("it's \"new\": #1", header.message());
        }
    }

    @Test
    void aTextThatIsNoMigrationIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> YamlEditor.of("[").message("x").edited());
        assertThrows(
                IllegalArgumentException.class,
                () -> YamlEditor.of("{a: b}").message("x").edited());
        assertThrows(
                IllegalArgumentException.class,
                () -> YamlEditor.of("upgrade: []\n").message("x").edited());
    }

    private static List<RevisionId> ids(String... ids) {
        return List.of(ids).stream().map(RevisionId::new).toList();
    }
}
