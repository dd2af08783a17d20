// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

/** How SQLite compares and quotes names. */
public final class SqliteName {

    private SqliteName() {}

    /** Whether SQLite takes the two names for one: equal when the letters A to Z count as a to z. */
    public static boolean same(String one, String other) {
        return same(one, 0, one.length(), other);
    }

    /** Whether SQLite takes a stretch of a text and a name for one. */
    static boolean same(String text, int start, int end, String name) {
        if (end - start != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = text.charAt(start + i);
            char d = name.charAt(i);
            if (c != d && fold(c) != fold(d)) {
                return false;
            }
        }
        return true;
    }

    /** The name with A to Z turned into a to z and nothing else changed, to be used as a key. */
    public static String fold(String name) {
        int first = 0;
        while (first < name.length() && fold(name.charAt(first)) == name.charAt(first)) {
            first++;
        }
        if (first == name.length()) {
            return name;
        }
        StringBuilder folded = new StringBuilder(name);
        for (int i = first; i < name.length(); i++) {
            folded.setCharAt(i, fold(name.charAt(i)));
        }
        return folded.toString();
    }

    private static char fold(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    /** The name as SQL text: bare where SQLite needs no quotes, else in double quotes. */
    public static String sql(String name) {
        return canBeBare(name) ? name : quoted(name);
    }

    /** The name in double quotes. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The name in the quoting style of the token it takes the place of, as far as that style can hold it. */
    static String inStyleOf(Token old, String name) {
        return switch (old.kind()) {
            case BACKTICKED -> '`' + name.replace("`", "``") + '`';
            case BRACKETED -> name.indexOf(']') < 0 ? '[' + name + ']' : quoted(name);
            case WORD -> sql(name);
            // A string stands for a name only by SQLite's leniency; double quotes are right everywhere.
            default -> quoted(name);
        };
    }

    private static boolean canBeBare(String name) {
        if (name.isEmpty() || name.charAt(0) == '$' || (name.charAt(0) >= '0' && name.charAt(0) <= '9')) {
            return false;
        }
        return name.chars().allMatch(c -> c < 0x80 && SqliteLexer.isNameCharacter((char) c))
                && !SqliteKeywords.isKeyword(name);
    }
}
