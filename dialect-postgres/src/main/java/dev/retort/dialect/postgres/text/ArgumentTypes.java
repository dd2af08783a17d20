// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The types that tell a function or procedure from others of its name: those of the arguments that go in, without names,
 * modifiers and defaults.
 *
 * @see <a href="https://www.postgresql.org/docs/current/xfunc-overload.html">Function Overloading</a>
 */
public final class ArgumentTypes {

    private static final Set<String> MODES = Set.of("in", "inout", "variadic");
    private static final Set<String> FIRST =
            Set.of("double", "character", "char", "bit", "national", "nchar", "timestamp", "time");
    private static final Set<String> LATER = Set.of("precision", "varying", "with", "without", "character", "char");

    private ArgumentTypes() {}

    /**
     * The types of a list of arguments.
     *
     * @param sql what stands between the parentheses
     * @return the types as {@code oidvectortypes} writes them, as far as they are built-in ones
     */
    public static String of(String sql) {
        List<String> types = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        int depth = 0;
        for (Token token : Lexer.tokens(sql)) {
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            if (token.is(",") && depth == 0) {
                add(current, types);
                current = new ArrayList<>();
            } else if (token.kind() != Token.Kind.END) {
                current.add(token);
            }
        }
        add(current, types);
        return String.join(", ", types);
    }

    private static void add(List<Token> argument, List<String> types) {
        List<Token> type = new ArrayList<>();
        for (Token token : argument) {
            if (token.is("default") || token.is("=")) {
                break;
            }
            type.add(token);
        }
        if (type.isEmpty() || type.get(0).is("out")) {
            return;
        }
        while (type.size() > 1 && MODES.stream().anyMatch(type.get(0)::is)) {
            type.remove(0);
        }
        if (type.size() > 1 && isName(type.get(0), type.get(1))) {
            type.remove(0);
        }
        types.add(TypeNames.canonical(type).replaceAll("\\([^)]*\\)", ""));
    }

    /** Two names in a row are an argument's name and its type, unless the second one goes on with the type. */
    private static boolean isName(Token first, Token second) {
        boolean goesOn = FIRST.stream().anyMatch(first::is) && LATER.stream().anyMatch(second::is);
        return first.isName() && second.isName() && !goesOn && !second.is("array");
    }
}
