// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Quote;
import dev.retort.dialect.mysql.text.Token;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The periods of a table of MariaDB, such as {@code SYSTEM_TIME (a, b), valid (c, d)}.
 *
 * @param byName beginning and end, by the name of the period
 */
record Periods(Map<String, String> byName) {

    static final String SYSTEM = "SYSTEM_TIME";

    static Periods read(String text) {
        Map<String, String> periods = new TreeMap<>();
        java.util.List<Token> names = Lexer.read(text).stream()
                .filter(token -> token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.WORD)
                .toList();
        for (int i = 0; i + 2 < names.size(); i += 3) {
            periods.put(
                    name(names.get(i).value()),
                    pair(names.get(i + 1).value(), names.get(i + 2).value()));
        }
        return new Periods(periods);
    }

    private static String name(String name) {
        return name.equalsIgnoreCase(SYSTEM) ? SYSTEM : Quote.name(name);
    }

    static String text(String name, String start, String end) {
        return name(name) + " " + pair(start, end);
    }

    private static String pair(String start, String end) {
        return "(" + Quote.name(start) + ", " + Quote.name(end) + ")";
    }

    String text() {
        return byName.entrySet().stream()
                .map(period -> period.getKey() + " " + period.getValue())
                .collect(Collectors.joining(", "));
    }
}
