// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the operations out of a migration's text, so that the headers of ten thousand migrations can be read without parsing
 * them. Lines are emptied rather than removed: places stay what they are. Whatever looks unusual is left to the whole
 * parser.
 */
final class HeaderText {

    private static final Pattern TOP_LEVEL_KEY =
            Pattern.compile("(['\"]?)([a-z_]+)\\1[ \\t]*:(?:[ \\t\\r].*|)", Pattern.DOTALL);
    private static final Set<String> BODY = Set.of("upgrade", "downgrade");
    private static final Set<String> HEADER = Set.copyOf(MigrationForm.HEADER.keys());

    private HeaderText() {}

    /**
     * @param text a migration, without byte order mark
     * @return the text with emptied lines in place of its operations, or null if it has to be parsed as a whole
     */
    static @Nullable String cut(String text) {
        StringBuilder kept = new StringBuilder();
        boolean inBody = false;
        int end;
        for (int start = 0; start < text.length(); start = end + 1) {
            end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            char first = start < end ? text.charAt(start) : ' ';
            if (first != ' ' && first != '\t' && first != '\r' && first != '#') {
                Matcher key = TOP_LEVEL_KEY.matcher(text).region(start, end);
                String name = key.matches() ? key.group(2) : "";
                if (BODY.contains(name)) {
                    inBody = true;
                } else if (inBody && HEADER.contains(name)) {
                    inBody = false;
                } else if (inBody && !isListItem(text, start, end)) {
                    return null;
                }
            }
            if (!inBody) {
                kept.append(text, start, end);
            }
            kept.append('\n');
        }
        int length = kept.length();
        while (length > 0 && kept.charAt(length - 1) == '\n') {
            length--;
        }
        kept.setLength(length);
        return kept.append('\n').toString();
    }

    private static boolean isListItem(String text, int start, int end) {
        return text.charAt(start) == '-' && (start + 1 == end || Character.isWhitespace(text.charAt(start + 1)));
    }
}
