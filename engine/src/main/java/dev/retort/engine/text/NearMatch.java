// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a mistyped word was meant to be. */
public final class NearMatch {

    private static final int SHOWN = 12;

    private NearMatch() {}

    /**
     * The word that a mistyped one most likely stands for.
     *
     * @param typed what was found
     * @param known what there is
     * @return the nearest one, if it is near enough
     */
    public static Optional<String> of(String typed, Collection<String> known) {
        String folded = typed.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, typed.length() / 3);
        return known.stream()
                .filter(word -> Math.abs(word.length() - typed.length()) <= limit)
                .filter(word -> distance(folded, word.toLowerCase(Locale.ROOT)) <= limit)
                .min(Comparator.<String>comparingInt(word -> distance(folded, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * What to tell somebody who named something that is not there.
     *
     * @param typed what was found
     * @param known what there is
     * @param plural what these are, such as {@code tables}
     * @return a question or a list
     */
    public static String hint(String typed, Collection<String> known, String plural) {
        Optional<String> near = of(typed, known);
        if (near.isPresent()) {
            return "Did you mean '" + near.get() + "'?";
        }
        if (known.isEmpty()) {
            return "There are no " + plural + " at this point.";
        }
        List<String> shown = known.stream().sorted().limit(SHOWN).toList();
        String more = known.size() > SHOWN ? " and " + (known.size() - SHOWN) + " more" : "";
        return "The " + plural + " at this point are " + String.join(", ", shown) + more + ".";
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
