// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about the music store shows what the dialects render now; {@code -Dretort.docs.write=true} writes it anew. */
class MusicStorePageTest {

    private static final Path PAGE = Path.of("../docs/music-store.md");
    private static final String END_OF_WORDS = "<!-- What follows is written by MusicStorePageTest. -->\n";

    @Test
    void pageShowsWhatEachServerReceives() throws IOException {
        String page = Files.readString(PAGE);
        int end = page.indexOf(END_OF_WORDS);
        assertTrue(end > 0, PAGE + " must have the line " + END_OF_WORDS);
        String words = page.substring(0, end + END_OF_WORDS.length());
        String expected = words + new MusicStorePage(Path.of("../examples/music-store")).sections();
        if (Boolean.getBoolean("retort.docs.write")) {
            Files.writeString(PAGE, expected);
        }
        assertEquals(expected, Files.readString(PAGE));
    }
}
