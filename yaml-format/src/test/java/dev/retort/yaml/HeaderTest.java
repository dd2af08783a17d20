// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.dialect.Timeouts;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.MigrationSource;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderTest {

    private static final String BODY = "upgrade:\n- execute: |\n    revision: not me\n    SELECT 1\n- drop_table: x\n";

    @TempDir
    Path folder;

    @Test
    void idsAreKeptAsWritten() {
        for (String id : List.of("123456789012", "1e10", "0123", "0x1F", "no", "12_3", "2026")) {
            assertEquals(id, header("revision: " + id).id().value());
            assertEquals(
                    List.of(new RevisionId(id)),
                    header("revision: a\nrevises: " + id).revises());
            assertEquals(
                    List.of(new RevisionId(id)),
                    header("revision: a\nrevises: [" + id + "]").revises());
        }
    }

    @Test
    void everyKeyIsRead() {
        MigrationHeader header =
                header("revision: a1\nrevises: [b, c]\nmessage: \"a: b\"\ncreated: 2026-01-02T21:00:00+01:00\n"
                        + "labels: [x, y]\ndepends_on: z\ntransaction: none\n");
        assertEquals(List.of(new RevisionId("b"), new RevisionId("c")), header.revises());
        assertEquals("a: b", header.message());
        assertEquals(Instant.parse("2026-01-02T20:00:00Z"), header.created());
        assertEquals(List.of("x", "y"), header.labels());
        assertEquals(List.of("z"), header.dependsOn());
        assertEquals(TransactionMode.NONE, header.transaction());
        assertEquals("migration.yaml:1:1", header.location().toString());
    }

    @Test
    void timeoutsAreReadInEitherStyle() {
        Timeouts expected = new Timeouts(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ZERO);
        assertEquals(
                expected,
                header("revision: a1\ntimeouts: {lock: 5, statement: 10min, idle: 0s}")
                        .timeouts());
        assertEquals(
                expected,
                header("revision: a1\ntimeouts:\n  lock: 5s\n  statement: 600s\n  idle: 0\nupgrade:\n")
                        .timeouts());
        assertEquals(Timeouts.UNSET, header("revision: a1\ntimeouts:\n").timeouts());
    }

    @Test
    void theBodyIsNotLookedAt() {
        MigrationHeader header = header("revision: a1\nupgrade:\n  - create_tabel: {name: [\n");
        assertEquals("a1", header.id().value());
    }

    @Test
    void keysMayComeInAnyOrder() {
        String last = BODY + "downgrade: auto # as ever\nmessage: hi\nrevision: a1\n";
        assertNotNull(HeaderText.cut(last));
        assertEquals("a1", header(last).id().value());
        assertEquals("hi", header(last).message());
        assertEquals("migration.yaml:7:1", header(last).location().toString());
    }

    @Test
    void byteOrderMarksCommentsAndLineEndingsDoNotMatter() {
        String text =
                "\uFEFF# a comment\n# another\nrevision: a1 # one\n\nmessage: hi\n" + BODY + "# end\ndowngrade: auto\n";
        for (String variant : List.of(text, text.replace("\n", "\r\n"))) {
            assertNotNull(HeaderText.cut(variant.substring(1)));
            assertEquals("a1", header(variant).id().value());
            assertEquals("hi", header(variant).message());
        }
    }

    @Test
    void unusualLayoutsAreReadAsAWhole() {
        assertNull(HeaderText.cut("revision: a1\nupgrade: [\n{drop_table: x}\n]\nmessage: hi"));
        assertEquals(
                "hi",
                header("revision: a1\nupgrade: [\n{drop_table: x}\n]\nmessage: hi")
                        .message());
        assertEquals(
                "a1", header("{revision: a1, upgrade: [{drop_table: x}]}").id().value());
        assertEquals("a1", header("---\nrevision: a1\nupgrade: []\n...\n").id().value());
        assertEquals(
                "a1",
                header("\"revision\": a1\n'upgrade':\n- drop_table: x\n").id().value());
    }

    @Test
    void mistakesOfTheHeaderComeWithThoseOfTheBody() {
        assertEquals(
                List.of("1:1", "3:5"),
                new Migrations(folder)
                        .findings("mesage: hi\nupgrade:\n  - create_tabel: {name: x}\nrevision: a1\n").stream()
                                .map(finding -> finding.split(" ")[0])
                                .toList());
    }

    @Test
    void aFileThatIsNoTextOrNotThereIsAFinding() throws IOException {
        Path file = folder.resolve("a.yaml");
        MigrationSource source = new YamlMigrationFormat().open(file, "a.yaml");
        assertEquals(
                "a.yaml: The file cannot be read: there is no such file.",
                source.header().findings().get(0).toString());
        Files.write(file, "revision: a1\nmessage: Gr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "a.yaml:2: Expected text in UTF-8, found bytes that are none.",
                source.header().findings().get(0).toString());
    }

    @Test
    void theContentIsTheSameWhateverTheLineEndings() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "\uFEFFrevision: a1\r\nmessage: x\r\n");
        assertEquals(
                "revision: a1\nmessage: x\n",
                new YamlMigrationFormat().open(file, "a.yaml").content());
    }

    @Test
    void tenThousandHeadersAreReadWithoutTheirBodies() throws IOException {
        String rows = "      - {id: 1, name: some text, note: \"another text\"}\n".repeat(60);
        for (int i = 0; i < 10_000; i++) {
            String text =
                    "revision: r" + i + "\n" + (i == 0 ? "" : "revises: r" + (i - 1) + "\n") + "message: m\nupgrade:\n"
                            + "  - insert_rows:\n      table: t\n      rows:\n" + rows + "downgrade: auto\n";
            Files.writeString(folder.resolve("r" + i + ".yaml"), text);
        }
        assertTimeout(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 10_000; i++) {
                MigrationSource source =
                        new YamlMigrationFormat().open(folder.resolve("r" + i + ".yaml"), "r" + i + ".yaml");
                assertEquals("r" + i, source.header().orThrow().id().value());
            }
        });
        String cut = HeaderText.cut(Files.readString(folder.resolve("r1.yaml")));
        assertTrue(cut != null && !cut.contains("insert_rows"), cut);
    }

    private MigrationHeader header(String text) {
        return new Migrations(folder).header(text);
    }
}
