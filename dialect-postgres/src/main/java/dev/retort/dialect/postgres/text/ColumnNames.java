// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The names that PostgreSQL gives to columns of a query which have none. */
final class ColumnNames {

    private static final String NONE = "?column?";

    private ColumnNames() {}

    /** What is cast keeps its name; a constant is named after its type, and CASE after what it has for everything else. */
    static String of(Expression value) {
        Expression at = value;
        String weak = null;
        while (true) {
            String name = strong(at);
            if (name != null) {
                return name;
            }
            Expression inner = null;
            if (at instanceof Expression.Cast cast) {
                weak = weak == null ? TypeNames.inCatalogue(Lexer.tokens(cast.type())) : weak;
                inner = cast.operand();
            } else if (at instanceof Expression.Case choice) {
                weak = weak == null ? "case" : weak;
                inner = choice.other();
            } else if (at instanceof Expression.Subscript element) {
                inner = element.operand();
            } else if (at instanceof Expression.Infix infix && infix.operator().equals("COLLATE")) {
                inner = infix.left();
            }
            if (inner == null) {
                return Objects.requireNonNullElse(weak, NONE);
            }
            at = inner;
        }
    }

    private static @Nullable String strong(Expression value) {
        if (value instanceof Expression.Name name) {
            return name.parts().get(name.parts().size() - 1);
        }
        if (value instanceof Expression.Call call) {
            String function = call.function().toLowerCase(Locale.ROOT).replace("\"", "");
            return function.substring(function.lastIndexOf('.') + 1);
        }
        if (value instanceof Expression.Array) {
            return "array";
        }
        if (value instanceof Expression.Row) {
            return "row";
        }
        String words = value instanceof Expression.Words keyword ? keyword.sql() : "";
        if (words.startsWith("EXISTS") || words.startsWith("ARRAY")) {
            return words.substring(0, words.startsWith("EXISTS") ? 6 : 5).toLowerCase(Locale.ROOT);
        }
        return words.matches("(CURRENT|LOCAL|SESSION).*") ? words.toLowerCase(Locale.ROOT) : null;
    }
}
