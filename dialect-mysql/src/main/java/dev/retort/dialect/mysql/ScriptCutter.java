// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into statements as the mysql client does, {@code DELIMITER} included; without it, the body of a trigger or
 * routine is known by its BEGIN and END.
 */
final class ScriptCutter {

    private static final Pattern DELIMITER =
            Pattern.compile("^[ \\t]*DELIMITER[ \\t]+(\\S+)[ \\t]*$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Set<String> LOOPS = Set.of("IF", "LOOP", "REPEAT", "WHILE");

    private ScriptCutter() {}

    /** Statements as one text that is cut into the same, whatever is in them. */
    static String script(List<String> statements) {
        String all = String.join("\n", statements);
        String delimiter = "$$";
        while (all.contains(delimiter)) {
            delimiter += "$";
        }
        return "DELIMITER " + delimiter + "\n" + String.join(delimiter + "\n", statements) + delimiter
                + "\nDELIMITER ;";
    }

    static List<String> cut(String script) {
        List<String> statements = new ArrayList<>();
        Matcher matcher = DELIMITER.matcher(script);
        int at = 0;
        String delimiter = ";";
        while (matcher.find()) {
            part(script.substring(at, matcher.start()), delimiter, statements);
            delimiter = matcher.group(1);
            at = matcher.end();
        }
        part(script.substring(at), delimiter, statements);
        return statements;
    }

    private static void part(String text, String delimiter, List<String> statements) {
        if (!delimiter.equals(";")) {
            for (String statement : text.split(Pattern.quote(delimiter))) {
                add(statement, statements);
            }
            return;
        }
        int start = 0;
        int depth = 0;
        List<Token> tokens = Lexer.read(text);
        int first = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (isCompound(tokens, first)) {
                depth += change(tokens, i);
            }
            if (token.isSymbol(";") && depth <= 0) {
                add(text.substring(start, token.start()), statements);
                start = token.end();
                first = i + 1;
                depth = 0;
            }
        }
        add(text.substring(start), statements);
    }

    private static int change(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        boolean afterEnd = at > 0 && tokens.get(at - 1).is("END");
        if ((token.is("BEGIN") || token.is("CASE")) && !afterEnd) {
            return 1;
        }
        boolean ofLoop = at + 1 < tokens.size()
                && LOOPS.contains(tokens.get(at + 1).text().toUpperCase(java.util.Locale.ROOT));
        return token.is("END") && !ofLoop ? -1 : 0;
    }

    /** Whether the statement from here creates something with a body. */
    static boolean isCompound(List<Token> tokens, int first) {
        if (first >= tokens.size() || !tokens.get(first).is("CREATE")) {
            return false;
        }
        for (int i = first + 1; i < Math.min(tokens.size(), first + 12); i++) {
            Token token = tokens.get(i);
            if (token.is("TRIGGER")
                    || token.is("PROCEDURE")
                    || token.is("FUNCTION")
                    || token.is("EVENT")
                    || token.is("PACKAGE")) {
                return true;
            }
            if (token.is("TABLE") || token.is("VIEW") || token.is("INDEX")) {
                return false;
            }
        }
        return false;
    }

    private static void add(String statement, List<String> statements) {
        if (!Lexer.read(statement).isEmpty()) {
            statements.add(statement.strip());
        }
    }
}
