// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The definition of a function or procedure in the form in which two of them are compared: the head without
 * {@code OR REPLACE} and with its attributes in one order, defaults left out, and the body as it is.
 */
public final class RoutineText {

    private static final Map<String, Integer> ATTRIBUTES = Map.ofEntries(
            Map.entry("language", 1),
            Map.entry("window", 2),
            Map.entry("immutable", 3),
            Map.entry("stable", 3),
            Map.entry("volatile", 3),
            Map.entry("parallel", 4),
            Map.entry("strict", 5),
            Map.entry("called", 5),
            Map.entry("security", 6),
            Map.entry("external", 6),
            Map.entry("leakproof", 7),
            Map.entry("cost", 8),
            Map.entry("rows", 9),
            Map.entry("support", 10),
            Map.entry("set", 11),
            Map.entry("transform", 0),
            Map.entry("as", 12));
    private static final Set<String> USUAL = Set.of("VOLATILE", "volatile", "parallel unsafe", "security invoker");

    private RoutineText() {}

    /**
     * The form of a definition.
     *
     * @param sql {@code CREATE FUNCTION} or {@code CREATE PROCEDURE}
     * @return an equivalent definition; with a body of SQL instead of a string, its tokens in one spelling
     */
    public static String canonical(String sql) {
        List<Token> tokens = new ArrayList<>(Lexer.tokens(sql));
        int open = indexOfParenthesis(tokens);
        if (open < 0) {
            return Texts.words(sql);
        }
        List<Token> head = new ArrayList<>(tokens.subList(0, open));
        head.removeIf(token -> token.is("or") || token.is("replace"));
        Cursor cursor = new Cursor(tokens.subList(open + 1, tokens.size()));
        String arguments;
        try {
            arguments = Cursor.joined(cursor.balanced());
        } catch (Cursor.Unknown unbalanced) {
            return Texts.words(sql);
        }
        StringBuilder result = new StringBuilder(Cursor.joined(head))
                .append('(')
                .append(arguments(arguments))
                .append(')');
        Map<String, String> attributes = new TreeMap<>();
        List<Token> clause = new ArrayList<>();
        while (!cursor.isAtEnd()) {
            Token token = cursor.next();
            boolean type = clause.size() == 1 && clause.get(0).is("returns")
                    || clause.size() == 2 && clause.get(1).is("setof");
            boolean starts = token.kind() == Token.Kind.WORD && ATTRIBUTES.containsKey(token.value()) && !type;
            if (token.is("begin") || token.is("return")) {
                return Texts.words(sql);
            }
            if (starts) {
                put(clause, attributes, result);
                clause = new ArrayList<>();
            }
            if (!token.is(";")) {
                clause.add(token);
            }
        }
        put(clause, attributes, result);
        attributes.values().forEach(attribute -> result.append('\n').append(attribute));
        return result.toString();
    }

    private static int indexOfParenthesis(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("(")) {
                return i;
            }
        }
        return -1;
    }

    private static void put(List<Token> clause, Map<String, String> attributes, StringBuilder result) {
        if (clause.isEmpty()) {
            return;
        }
        Integer rank = ATTRIBUTES.get(clause.get(0).value());
        if (rank == null) {
            result.append(' ').append(returns(clause));
            return;
        }
        String text = clause.get(0).is("as") ? body(clause) : Cursor.joined(clause);
        if (!USUAL.contains(text)) {
            attributes.put(
                    String.format(
                            java.util.Locale.ROOT,
                            "%02d%s",
                            rank,
                            rank == 11 ? String.valueOf((char) ('a' + attributes.size())) : ""),
                    text);
        }
    }

    private static String returns(List<Token> clause) {
        boolean plain = clause.get(0).is("returns")
                && clause.size() > 1
                && !clause.get(1).is("table");
        if (!plain) {
            return Cursor.joined(clause);
        }
        boolean set = clause.get(1).is("setof");
        String type = TypeNames.canonical(clause.subList(set ? 2 : 1, clause.size()));
        return "returns " + (set ? "SETOF " : "") + type;
    }

    private static String body(List<Token> clause) {
        StringBuilder text = new StringBuilder("AS ");
        for (Token token : clause.subList(1, clause.size())) {
            text.append(token.kind() == Token.Kind.STRING ? quoted(token.value()) : token.text());
        }
        return text.toString();
    }

    private static String quoted(String body) {
        String tag = "$body$";
        for (int i = 1; body.contains(tag); i++) {
            tag = "$body" + i + "$";
        }
        return tag + body + tag;
    }

    /**
     * Arguments in one spelling: small letters, one blank, types as {@code format_type} has them where they are one word.
     *
     * @param sql what stands between the parentheses
     * @return the same arguments
     */
    public static String arguments(String sql) {
        List<String> arguments = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        int depth = 0;
        for (Token token : Lexer.tokens(sql)) {
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            if (token.is(",") && depth == 0) {
                arguments.add(argument(current));
                current = new ArrayList<>();
            } else {
                current.add(token);
            }
        }
        if (!current.isEmpty()) {
            arguments.add(argument(current));
        }
        return String.join(", ", arguments);
    }

    private static String argument(List<Token> tokens) {
        List<Token> spelled = new ArrayList<>(tokens);
        spelled.removeIf(token -> token.is("in"));
        int last = spelled.size() - 1;
        if (last >= 0 && spelled.get(last).kind() == Token.Kind.WORD) {
            String type = TypeNames.canonical(spelled.subList(last, last + 1));
            boolean single = !type.contains("(") && last <= 2;
            if (single) {
                List<Token> rest = spelled.subList(0, last);
                return (rest.isEmpty() ? "" : Cursor.joined(rest) + " ") + type;
            }
        }
        return Cursor.joined(spelled);
    }
}
