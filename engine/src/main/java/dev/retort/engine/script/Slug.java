// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.script;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The part of a file name that comes from a migration's message, by Alembic's rule. */
final class Slug {

    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    private Slug() {}

    /** The words of a message, in lower case, joined by {@code _}; cut at the last {@code _} within the longest length. */
    static String of(String message, int longest) {
        String slug = WORD.matcher(message)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("_"))
                .toLowerCase(Locale.ROOT);
        if (slug.length() <= longest) {
            return slug;
        }
        String cut = slug.substring(0, longest);
        int last = cut.lastIndexOf('_');
        return (last < 0 ? cut : cut.substring(0, last)) + "_";
    }
}
