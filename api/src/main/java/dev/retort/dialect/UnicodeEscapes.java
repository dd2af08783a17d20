// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes the Unicode forms of ISO SQL, {@code U&"gr\00f6\00dfe"} and {@code U&'\65e5'}, in which some databases tell texts that
 * nobody wrote so.
 */
public final class UnicodeEscapes {

    /** A comment, a string or a quoted name; a Unicode form has {@code U&} before its quote. */
    private static final Pattern QUOTED = Pattern.compile(
            "--[^\\n]*|/\\*.*?\\*/|(?<escaped>[Uu]&)?(?<text>'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\")", Pattern.DOTALL);

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:(\\\\)|\\+([0-9A-Fa-f]{6})|([0-9A-Fa-f]{4}))");

    private UnicodeEscapes() {}

    /**
     * The same SQL with plain strings and names.
     *
     * @param sql any SQL
     * @return the SQL without Unicode forms
     */
    public static String decode(String sql) {
        return QUOTED.matcher(sql)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? found.group() : plain(found.group(2))));
    }

    /**
     * The way back: strings and names with characters beyond ASCII, or control characters, in their Unicode form.
     *
     * @param sql SQL with plain strings and names
     * @return the SQL in ASCII, but for what stands in comments
     */
    public static String encode(String sql) {
        return QUOTED.matcher(sql)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(2) == null || found.group(1) != null || isPlain(found.group(2))
                                ? found.group()
                                : "U&" + escaped(found.group(2))));
    }

    private static boolean isPlain(String quoted) {
        return quoted.chars().allMatch(UnicodeEscapes::isPlain);
    }

    private static boolean isPlain(int character) {
        return character >= ' ' && character < 0x7f;
    }

    private static String escaped(String quoted) {
        StringBuilder text = new StringBuilder();
        quoted.codePoints().forEach(character -> {
            if (character == '\\') {
                text.append("\\\\");
            } else if (isPlain(character)) {
                text.append((char) character);
            } else {
                text.append(character < 0x10000 ? "\\%04x".formatted(character) : "\\+%06x".formatted(character));
            }
        });
        return text.toString();
    }

    private static String plain(String quoted) {
        String quote = quoted.substring(0, 1);
        return ESCAPE.matcher(quoted).replaceAll(escape -> Matcher.quoteReplacement(character(escape, quote)));
    }

    private static String character(java.util.regex.MatchResult escape, String quote) {
        if (escape.group(1) != null) {
            return "\\";
        }
        String hex = escape.group(2) == null ? escape.group(3) : escape.group(2);
        String character = Character.toString(Integer.parseInt(hex, 16));
        return character.equals(quote) ? quote + quote : character;
    }
}
