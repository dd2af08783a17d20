// SPDX-License-Identifier: Apache-2.0
package dev.retort.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names of a vocabulary that somebody may have meant by a word that is not in it: names that start with the word or
 * that it starts with, and names a few typing mistakes away (insertion, deletion, replacement, transposition of
 * neighbours). Case does not count. A name that is much farther away than the nearest is left out.
 *
 * @param vocabulary the names that exist; not copied
 */
public record NearMatches(Collection<String> vocabulary) {

    private static final int MOST = 3;

    /**
     * The nearest names.
     *
     * @param word what was written
     * @return at most three names, nearest first, equally near ones in alphabetical order; empty if none is near
     */
    public List<String> to(String word) {
        return near(word, name -> name);
    }

    /**
     * The names whose beginning is near to a word: for names that people shorten, such as revision ids.
     *
     * @param word the beginning of a name, as it was written
     * @return as {@link #to}
     */
    public List<String> beginningLike(String word) {
        return near(word, name -> name.substring(0, Math.min(name.length(), word.length())));
    }

    private List<String> near(String word, UnaryOperator<String> part) {
        record Candidate(String name, int distance) {}
        String wanted = word.toLowerCase(Locale.ROOT);
        int bound = Math.max(1, wanted.length() / 3);
        List<Candidate> near = vocabulary.stream()
                .distinct()
                .map(name ->
                        new Candidate(name, distance(wanted, part.apply(name).toLowerCase(Locale.ROOT), bound)))
                .filter(candidate -> candidate.distance() <= bound)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .toList();
        return near.stream()
                .filter(candidate -> candidate.distance() <= near.get(0).distance() + 1)
                .map(Candidate::name)
                .toList();
    }

    /**
     * The nearest names as a question.
     *
     * @param word what was written
     * @return {@code Did you mean 'a' or 'b'?}, or null if no name is near
     */
    public @Nullable String question(String word) {
        return question(to(word));
    }

    /**
     * The names whose beginning is near to a word, as a question.
     *
     * @param word the beginning of a name, as it was written
     * @return as {@link #question}
     */
    public @Nullable String questionOfBeginning(String word) {
        return question(beginningLike(word));
    }

    private static @Nullable String question(List<String> near) {
        return near.isEmpty()
                ? null
                : near.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or ", "Did you mean ", "?"));
    }

    /** The distance with transpositions; anything above the bound may be reported as bound + 1. */
    private static int distance(String a, String b, int bound) {
        if (a.length() > 2 && b.length() > 2 && (b.startsWith(a) || a.startsWith(b))) {
            return a.equals(b) ? 0 : 1;
        }
        if (Math.abs(a.length() - b.length()) > bound) {
            return bound + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[b.length()];
    }
}
