// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Quote;
import dev.retort.dialect.mysql.text.Token;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stored program keeps of the session that made it.
 *
 * @param user  whom the present session is for, as {@code name@host}
 * @param modes the {@code sql_mode} of the present session
 */
record Header(String user, String modes) {

    /** The definer of an object, or nothing if that is whom the session is for. */
    String definer(String definer) {
        return definer.equals(user) ? "" : definer;
    }

    /** The {@code sql_mode} of an object, or null if that of the session is the same. */
    @Nullable
    String modes(String text) {
        return sorted(text).equals(sorted(modes)) ? null : text;
    }

    private static List<String> sorted(String modes) {
        return Arrays.stream(modes.split(",")).sorted().toList();
    }

    /** The clause {@code DEFINER=...} with a blank behind it, or nothing; a role of MariaDB has no host. */
    static String clause(String definer) {
        if (definer.isEmpty()) {
            return "";
        }
        int at = definer.lastIndexOf('@');
        String name = at < 0 ? definer : definer.substring(0, at);
        String host = at < 0 ? "" : definer.substring(at + 1);
        return "DEFINER=" + Quote.name(name) + (host.isEmpty() ? "" : "@" + Quote.name(host)) + " ";
    }

    /**
     * The definer that a statement says.
     *
     * @param tokens of the statement
     * @param from   where {@code DEFINER} stands
     * @param to     behind its value
     * @return as {@code name@host}, or {@code CURRENT_USER}
     */
    static String definer(List<Token> tokens, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from + 2; i < to; i++) {
            text.append(tokens.get(i).value());
        }
        String value = text.toString();
        return value.toUpperCase(java.util.Locale.ROOT).startsWith("CURRENT_USER") ? "" : value;
    }

    /** Behind the body's introduction {@code FOR EACH ROW}, as a trigger's own statement has it; else null. */
    static @Nullable String bodyOfTrigger(String sql) {
        List<Token> tokens = Lexer.read(sql);
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i - 2).is("FOR")
                    && tokens.get(i - 1).is("EACH")
                    && tokens.get(i).is("ROW")) {
                return sql.substring(tokens.get(i).end()).strip();
            }
        }
        return null;
    }
}
