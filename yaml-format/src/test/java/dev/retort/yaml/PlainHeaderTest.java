// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.Finding;
import dev.retort.yaml.node.YamlNode;
import dev.retort.yaml.node.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainHeaderTest {

    private static final List<String> PIECES = List.of(
            "revision",
            "message",
            "labels",
            "a1",
            "12",
            "1e3",
            "null",
            "true",
            "Add users, and roles",
            "a:b",
            "x",
            ": ",
            ":",
            " ",
            "  ",
            "[",
            "]",
            ", ",
            ",",
            "#",
            " # note",
            "'",
            "\"",
            "- ",
            "-",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "|",
            ">",
            "&a ",
            "*a",
            "!t ",
            "{",
            "}",
            "?",
            "%",
            "@",
            "`",
            "\u00fc",
            "---",
            "...",
            "2026-01-02T20:00:00Z",
            "(a+b)=c/d",
            "\u0085");

    /** So many of the pieces, from the first, are mostly harmless. */
    private static final int TAME = 10;

    @Test
    void whatAMigrationUsuallySaysIsReadWithoutTheParser() {
        String text = "revision: a1b2\nrevises: [c3, d4]\nmessage: Add users, and roles (of all kinds)\n"
                + "created: 2026-01-02T20:00:00Z\n# a comment\n\nlabels: [x]\ntransaction: none\n";
        assertNotNull(PlainHeader.read(text));
        assertEquals(parsed(text, new ArrayList<>()), PlainHeader.read(text));
        String dos = text.replace("\n", "\r\n");
        assertEquals(parsed(dos, new ArrayList<>()), PlainHeader.read(dos));
    }

    @Test
    void whateverElseALineHoldsIsLeftToTheParser() {
        for (String line : List.of(
                "message: 'quoted'",
                "message: it is # noted",
                "message: Gr\u00fcn",
                "message: first\n  second",
                "labels: [a, [b]]",
                "labels: [a,]",
                "labels: []",
                "labels: [a b]",
                "message:",
                "message: ends:",
                "message: a: b",
                "message: a\nmessage: b",
                "{message: a}",
                "---\nmessage: a",
                "")) {
            assertNull(PlainHeader.read(line), line);
        }
    }

    @Test
    void itNeverSaysAnythingElseThanTheParser() {
        long seed = Long.getLong("retort.seed", System.nanoTime());
        System.out.println("retort.seed=" + seed);
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int line = random.nextInt(3); line >= 0; line--) {
                text.append(piece(random)).append(random.nextInt(4) == 0 ? piece(random) : ": ");
                for (int piece = random.nextInt(5); piece >= 0; piece--) {
                    text.append(piece(random));
                }
                text.append('\n');
            }
            YamlNode.Mapping plain = PlainHeader.read(text.toString());
            if (plain != null) {
                read++;
                List<Finding> findings = new ArrayList<>();
                assertEquals(parsed(text.toString(), findings), plain, text.toString());
                assertEquals(List.of(), findings, text.toString());
            }
        }
        assertTrue(read > 1_000, "enough texts must be plain, but " + read + " were");
    }

    private static String piece(Random random) {
        return PIECES.get(random.nextInt(random.nextInt(4) > 0 ? TAME : PIECES.size()));
    }

    private static Object parsed(String text, List<Finding> findings) {
        YamlNode node = YamlReader.read(text, "a.yaml", findings);
        return node == null ? "nothing" : node;
    }
}
