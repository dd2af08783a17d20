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
import org.jspecify.annotations.Nullable;

/**
 * One spelling for the text of a routine: its characteristics in a fixed order without those that are the default, its
 * result in the server's spelling. Parameters and body stay as they are written. A text that begins with {@code SET sql_mode
 * = '...';} is made in that mode.
 */
final class RoutineTexts {

    private static final Set<String> DEFAULTS =
            Set.of("language sql", "not deterministic", "contains sql", "sql security definer");
    private static final String SET_MODE = "SET sql_mode = ";

    private final Collations collations;
    private final MysqlTypes types;

    RoutineTexts(Collations collations, MysqlTypes types) {
        this.collations = collations;
        this.types = types;
    }

    Routine canonical(Routine routine) {
        return new Routine(
                routine.name(),
                routine.kind(),
                "",
                SqlText.verbatim(text(routine)),
                routine.comment() == null || routine.comment().isEmpty() ? null : routine.comment());
    }

    /** The mode that a text says first, or null. */
    static @Nullable String modes(String sql) {
        List<Token> tokens = Lexer.read(sql);
        boolean said = tokens.size() > 4
                && tokens.get(0).is("SET")
                && tokens.get(1).is("sql_mode")
                && tokens.get(3).kind() == Token.Kind.STRING
                && tokens.get(4).isSymbol(";");
        return said ? tokens.get(3).value() : null;
    }

    /** A text without the mode that it says first. */
    static String withoutModes(String sql) {
        return modes(sql) == null
                ? sql
                : sql.substring(Lexer.read(sql).get(4).end()).strip();
    }

    /** The server's text with the definer and the mode that are to be kept. */
    static String read(String shown, @Nullable String modes, String definer) {
        List<Token> tokens = Lexer.read(shown);
        int kind = kind(tokens);
        boolean aggregate = kind > 0 && tokens.get(kind - 1).is("AGGREGATE");
        String text = kind < tokens.size()
                ? "CREATE " + Header.clause(definer) + (aggregate ? "AGGREGATE " : "")
                        + shown.substring(tokens.get(kind).start())
                : shown;
        return modes == null ? text : SET_MODE + Quote.string(modes) + ";\n" + text;
    }

    private static int kind(List<Token> tokens) {
        int kind = 0;
        while (kind < tokens.size()
                && !tokens.get(kind).is("FUNCTION")
                && !tokens.get(kind).is("PROCEDURE")) {
            kind++;
        }
        return kind;
    }

    private String text(Routine routine) {
        String whole = routine.definition().toString().strip();
        String modes = modes(whole);
        String sql = withoutModes(whole);
        List<Token> tokens = Lexer.read(sql);
        int kind = kind(tokens);
        int open = kind;
        while (open < tokens.size() && !tokens.get(open).isSymbol("(")) {
            open++;
        }
        int close = closing(tokens, open);
        if (close >= tokens.size()) {
            return whole;
        }
        int at = close + 1;
        String returns = "";
        if (at < tokens.size() && tokens.get(at).is("RETURNS")) {
            RoutineResult result = new RoutineResult(tokens, at + 1);
            returns = " RETURNS " + result.text(sql, types, collations);
            at = result.end();
        }
        Set<String> characteristics = new TreeSet<>();
        while (at < tokens.size() && isCharacteristic(tokens, at)) {
            int to = Math.min(tokens.size(), at + length(tokens, at));
            String words = String.join(
                    " ",
                    tokens.subList(at, to).stream()
                            .map(token -> token.text().toLowerCase(Locale.ROOT))
                            .toList());
            if (!DEFAULTS.contains(words) && !words.startsWith("comment")) {
                characteristics.add(words.toUpperCase(Locale.ROOT));
            }
            at = to;
        }
        String body = at < tokens.size() ? sql.substring(tokens.get(at).start()) : "";
        String definer = tokens.size() > 3 ? Header.clause(definer(tokens, kind)) : "";
        boolean aggregate = tokens.get(kind - 1).is("AGGREGATE");
        return (modes == null ? "" : SET_MODE + Quote.string(modes) + ";\n") + "CREATE " + definer
                + (aggregate ? "AGGREGATE " : "") + routine.kind() + " "
                + Quote.name(routine.name().name().value()) + "("
                + sql.substring(tokens.get(open).end(), tokens.get(close).start()) + ")" + returns
                + (characteristics.isEmpty() ? "" : " " + String.join(" ", characteristics)) + "\n" + body;
    }

    private static String definer(List<Token> tokens, int kind) {
        for (int i = 1; i + 2 < kind; i++) {
            if (tokens.get(i).is("DEFINER")) {
                return Header.definer(tokens, i, tokens.get(kind - 1).is("AGGREGATE") ? kind - 1 : kind);
            }
        }
        return "";
    }

    static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
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
}
