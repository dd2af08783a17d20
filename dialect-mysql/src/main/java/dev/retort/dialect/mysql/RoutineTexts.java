// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Quote;
import dev.retort.dialect.mysql.text.Token;
import dev.retort.schema.Routine;
import dev.retort.schema.SqlText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * One spelling for the text of a routine: without the definer, with plain words before its body, and its characteristics in
 * a fixed order without those that are the default. The body stays as it is written.
 */
final class RoutineTexts {

    private static final Set<String> DEFAULTS =
            Set.of("language sql", "not deterministic", "contains sql", "sql security definer");

    private static final Set<String> WHOLE_NUMBERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");

    private RoutineTexts() {}

    static Routine canonical(Routine routine) {
        return new Routine(
                routine.name(),
                routine.kind(),
                "",
                SqlText.verbatim(text(
                        routine.kind().toString(),
                        Quote.name(routine.name().name().value()),
                        routine.definition().toString().strip())),
                routine.comment() == null || routine.comment().isEmpty() ? null : routine.comment());
    }

    /** The body of a statement that creates a routine. */
    static String body(String sql) {
        String text = text("", "", sql.strip());
        return text.substring(text.indexOf('\n') + 1);
    }

    private static String text(String kind, String name, String sql) {
        List<Token> tokens = Lexer.read(sql);
        int open = 0;
        while (open < tokens.size() && !tokens.get(open).isSymbol("(")) {
            open++;
        }
        int close = open;
        for (int depth = 0; close < tokens.size(); close++) {
            depth += tokens.get(close).isSymbol("(") ? 1 : tokens.get(close).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                break;
            }
        }
        if (close >= tokens.size()) {
            return sql;
        }
        int at = close + 1;
        String returns = "";
        if (at < tokens.size() && tokens.get(at).is("RETURNS")) {
            int from = at + 1;
            at = from + 1;
            while (at < tokens.size() && !isCharacteristic(tokens, at) && !isBody(tokens, at)) {
                at++;
            }
            returns = " RETURNS " + words(tokens, from, at);
        }
        Set<String> characteristics = new TreeSet<>();
        while (at < tokens.size() && isCharacteristic(tokens, at)) {
            int length = length(tokens, at);
            String words = words(tokens, at, Math.min(tokens.size(), at + length));
            if (!DEFAULTS.contains(words) && !words.startsWith("comment")) {
                characteristics.add(words);
            }
            at += length;
        }
        String body = at < tokens.size() ? sql.substring(tokens.get(at).start()) : "";
        return "CREATE " + kind + " " + name + "("
                + words(tokens, open + 1, close) + ")" + returns
                + (characteristics.isEmpty() ? "" : " " + String.join(" ", characteristics)) + "\n" + body;
    }

    private static boolean isBody(List<Token> tokens, int at) {
        return Set.of("BEGIN", "RETURN", "SELECT", "SET", "INSERT", "UPDATE", "DELETE", "CALL", "IF", "DO")
                .contains(tokens.get(at).text().toUpperCase(Locale.ROOT));
    }

    private static boolean isCharacteristic(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        boolean more = at + 1 < tokens.size();
        return token.is("DETERMINISTIC")
                || token.is("COMMENT")
                || token.is("LANGUAGE")
                || (token.is("NOT") && more && tokens.get(at + 1).is("DETERMINISTIC"))
                || ((token.is("NO") || token.is("CONTAINS"))
                        && more
                        && tokens.get(at + 1).is("SQL"))
                || ((token.is("READS") || token.is("MODIFIES"))
                        && more
                        && tokens.get(at + 1).is("SQL"))
                || (token.is("SQL") && more && tokens.get(at + 1).is("SECURITY"));
    }

    private static int length(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        return token.is("DETERMINISTIC") ? 1 : token.is("READS") || token.is("MODIFIES") || token.is("SQL") ? 3 : 2;
    }

    /** How wide a whole number is shown, which MariaDB always says, begins here. */
    private static boolean isWidth(List<Token> tokens, int from, int at) {
        return at > from
                && at + 2 < tokens.size()
                && tokens.get(at).isSymbol("(")
                && tokens.get(at + 2).isSymbol(")")
                && WHOLE_NUMBERS.contains(tokens.get(at - 1).text().toLowerCase(Locale.ROOT));
    }

    private static String words(List<Token> tokens, int from, int to) {
        StringBuilder sql = new StringBuilder();
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            if (isWidth(tokens, from, i)) {
                i += 2;
                continue;
            }
            if (token.is("IN") && (i == from || tokens.get(i - 1).isSymbol(","))) {
                continue; // what a parameter is if it says nothing
            }
            boolean tight = sql.length() == 0
                    || token.isSymbol(",")
                    || token.isSymbol(")")
                    || token.isSymbol("(")
                    || sql.charAt(sql.length() - 1) == '(';
            String text = token.kind() == Token.Kind.NAME
                    ? token.value().toLowerCase(Locale.ROOT)
                    : token.text().toLowerCase(Locale.ROOT);
            sql.append(tight ? "" : " ").append(token.kind() == Token.Kind.STRING ? token.text() : text);
        }
        return sql.toString();
    }
}
