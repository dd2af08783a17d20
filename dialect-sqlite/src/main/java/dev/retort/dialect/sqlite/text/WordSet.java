// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Words among which a stretch of a text is looked up, in whatever case, without a copy of it: a lexer asks for every word. */
final class WordSet {

    private final List<String> words;

    /** The words of each length and first letter, see {@link #slot}. */
    private final String[][] slots;

    private final int longest;

    /**
     * @param words words of small letters, apart by blanks
     */
    WordSet(String words) {
        this.words = List.of(words.split(" "));
        this.longest = this.words.stream().mapToInt(String::length).max().orElse(0);
        this.slots = new String[(longest + 1) << 5][];
        List<List<String>> lists = Stream.generate(() -> (List<String>) new ArrayList<String>())
                .limit(slots.length)
                .toList();
        this.words.forEach(
                word -> lists.get(slot(word.length(), word.charAt(0))).add(word));
        for (int i = 0; i < slots.length; i++) {
            slots[i] = lists.get(i).toArray(String[]::new);
        }
    }

    Stream<String> words() {
        return words.stream();
    }

    boolean contains(String word) {
        return contains(word, 0, word.length());
    }

    boolean contains(String text, int start, int end) {
        if (end - start > longest || end == start) {
            return false;
        }
        for (String word : slots[slot(end - start, text.charAt(start))]) {
            if (SqliteName.same(text, start, end, word)) {
                return true;
            }
        }
        return false;
    }

    /** The last five bits of a letter are the same for both of its cases. */
    private static int slot(int length, char first) {
        return length << 5 | first & 0x1f;
    }
}
