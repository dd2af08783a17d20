// SPDX-License-Identifier: Apache-2.0
package dev.retort.migration;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name of a revision, as it stands in its file and in the version table.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters; no white space, none of {@code @ - + :} (they have a meaning in
 *              revision symbols), and no reserved word (Alembic accepts {@code head} as an id and then fails on it)
 */
public record RevisionId(String value) implements Comparable<RevisionId> {

    /** The longest id, in characters: the width of the version table's column. */
    public static final int MAX_LENGTH = 128;

    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current", "none");

    public RevisionId {
        String problem = problemWith(value);
        if (problem != null) {
            throw new IllegalArgumentException("revision id must " + problem + ", but was '" + value + "'");
        }
    }

    /**
     * What keeps a text from being a revision id.
     *
     * @param text any text
     * @return the end of a sentence that starts with "must", or null if the text is a revision id
     */
    public static @Nullable String problemWith(String text) {
        if (text.isEmpty()) {
            return "not be empty";
        }
        if (text.length() > MAX_LENGTH) {
            return "have at most " + MAX_LENGTH + " characters";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@' || c == '-' || c == '+' || c == ':') {
                return "not contain '" + c + "'";
            }
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                return "not contain white space";
            }
        }
        if (RESERVED.contains(text.toLowerCase(Locale.ROOT))) {
            return "not be the reserved word '" + text + "'";
        }
        return null;
    }

    /** {@return the first twelve characters, for tables in which long ids would not fit} */
    public String shortened() {
        return value.length() <= 12 ? value : value.substring(0, 12);
    }

    @Override
    public int compareTo(RevisionId other) {
        return value.compareTo(other.value);
    }

    /** Written out, as {@link #hashCode}: what a record gets by itself takes several times as long, and ids are keys everywhere. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RevisionId that && that.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
