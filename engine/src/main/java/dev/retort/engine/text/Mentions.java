// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.text;

import dev.retort.schema.SqlText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that a text may refer to, in lower case. Too many rather than too few: every word counts, whatever it means.
 *
 * @param words every word and quoted name of the text
 */
public record Mentions(Set<String> words) {

    public Mentions {
        words = Set.copyOf(words);
    }

    /**
     * @param text a text of any kind
     * @return what it mentions, in any of its variants
     */
    public static Mentions of(SqlText text) {
        Set<String> words = new HashSet<>();
        for (String sql : textsOf(text)) {
            for (SqlToken token : SqlScanner.tokens(sql)) {
                if (token.isName()) {
                    words.add(token.name().toLowerCase(Locale.ROOT));
                } else if (token.kind() == SqlToken.Kind.STRING) {
                    words.addAll(inDollarQuotes(token));
                }
            }
        }
        return new Mentions(words);
    }

    /**
     * @param text a text of any kind
     * @return what it mentions outside of strings, in any of its variants: not what the body of a routine says
     */
    public static Mentions outsideStrings(SqlText text) {
        Set<String> words = new HashSet<>();
        for (String sql : textsOf(text)) {
            for (SqlToken token : SqlScanner.tokens(sql)) {
                if (token.isName()) {
                    words.add(token.name().toLowerCase(Locale.ROOT));
                }
            }
        }
        return new Mentions(words);
    }

    private static Set<String> inDollarQuotes(SqlToken token) {
        String text = token.text();
        int tag = text.startsWith("$") ? text.indexOf('$', 1) + 1 : 0;
        boolean complete = tag > 0 && text.length() >= 2 * tag;
        return complete
                ? of(SqlText.verbatim(text.substring(tag, text.length() - tag))).words()
                : Set.of();
    }

    /**
     * All texts that a text may turn out to be.
     *
     * @param text a text of any kind
     * @return its SQL; one for each variant
     */
    public static List<String> textsOf(SqlText text) {
        if (text instanceof SqlText.Verbatim verbatim) {
            return List.of(verbatim.sql());
        }
        if (text instanceof SqlText.Portable portable) {
            return List.of(portable.sql());
        }
        SqlText.Variants variants = (SqlText.Variants) text;
        Set<String> all = new TreeSet<>(variants.byDialect().values());
        String otherwise = variants.otherwise();
        if (otherwise != null) {
            all.add(otherwise);
        }
        return List.copyOf(all);
    }

    /**
     * @param name a name in any case
     * @return whether the text mentions it
     */
    public boolean has(String name) {
        return words.contains(name.toLowerCase(Locale.ROOT));
    }
}
