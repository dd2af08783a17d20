// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql.text;

/** Writes names and strings, in the default modes of the server. */
public final class Quote {

    private Quote() {}

    /**
     * @param name any name
     * @return the name in backticks
     */
    public static String name(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /**
     * @param value any text
     * @return a string literal on one line, safe for a script too
     */
    public static String string(String value) {
        StringBuilder sql = new StringBuilder("'");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\'' -> sql.append("''");
                case '\\' -> sql.append("\\\\");
                case '\0' -> sql.append("\\0");
                case '\n' -> sql.append("\\n");
                case '\r' -> sql.append("\\r");
                case '\u001a' -> sql.append("\\Z");
                default -> sql.append(c);
            }
        }
        return sql.append('\'').toString();
    }
}
