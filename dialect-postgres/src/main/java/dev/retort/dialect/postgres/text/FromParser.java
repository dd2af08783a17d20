// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parses {@code FROM} with tables and joins. */
final class FromParser {

    /** A text, or a condition that is written when all tables are known. */
    private sealed interface Part {
        record Sql(String sql) implements Part {}

        record Condition(Expression condition) implements Part {}
    }

    private final Cursor cursor;
    private final Relations relations;
    private final QueryScope scope;
    private final ExpressionParser expressions;
    private final List<Part> parts = new ArrayList<>();

    FromParser(Cursor cursor, Relations relations, QueryScope scope) {
        this.cursor = cursor;
        this.relations = relations;
        this.scope = scope;
        this.expressions = new ExpressionParser(cursor);
    }

    /** From behind the word on. */
    String from() {
        joined();
        while (cursor.takes(",")) {
            parts.add(new Part.Sql(", "));
            joined();
        }
        Simplifier simplifier = new Simplifier(scope);
        return parts.stream()
                .map(part -> part instanceof Part.Condition on
                        ? Printer.print(simplifier.simple(on.condition()))
                        : ((Part.Sql) part).sql())
                .collect(Collectors.joining());
    }

    private void joined() {
        table();
        String join = join();
        while (!join.isEmpty()) {
            parts.add(new Part.Sql(" " + join + " "));
            if (cursor.sees("(")) {
                throw new Cursor.Unknown(cursor.peek());
            }
            table();
            if (cursor.takes("on")) {
                parts.add(new Part.Sql(" ON "));
                parts.add(new Part.Condition(expressions.expression()));
            } else if (cursor.sees("using")) {
                // The columns of both sides become one, which names no table.
                throw new Cursor.Unknown(cursor.peek());
            }
            join = join();
        }
    }

    private String join() {
        for (String side : List.of("left", "right", "full")) {
            if (cursor.takes(side)) {
                cursor.takes("outer");
                cursor.expect("join");
                return side.toUpperCase(java.util.Locale.ROOT) + " JOIN";
            }
        }
        if (cursor.takes("cross", "join")) {
            return "CROSS JOIN";
        }
        cursor.takes("inner");
        return cursor.takes("join") ? "JOIN" : "";
    }

    private void table() {
        if (cursor.takes("(")) {
            if (cursor.sees("select") || cursor.sees("with") || cursor.sees("values")) {
                throw new Cursor.Unknown(cursor.peek());
            }
            joined();
            cursor.expect(")");
            return;
        }
        List<String> name = name();
        if (cursor.sees("(")) {
            throw new Cursor.Unknown(cursor.peek());
        }
        String alias = alias(name.get(name.size() - 1));
        String quoted = name.stream().map(Names::quoted).collect(Collectors.joining("."));
        boolean own = alias.equals(name.get(name.size() - 1));
        parts.add(new Part.Sql(quoted + (own ? "" : " " + Names.quoted(alias))));
        scope.add(alias, relations.columns(name).orElse(Map.of()));
    }

    private List<String> name() {
        List<String> name = new ArrayList<>();
        do {
            Token token = cursor.next();
            if (!token.isName() || (token.kind() == Token.Kind.WORD && Names.isReserved(token.value()))) {
                throw new Cursor.Unknown(token);
            }
            name.add(token.value());
        } while (cursor.takes("."));
        return name;
    }

    private String alias(String name) {
        boolean as = cursor.takes("as");
        Token next = cursor.peek();
        boolean bare = next.kind() == Token.Kind.QUOTED_NAME
                || (next.kind() == Token.Kind.WORD && !Names.isReserved(next.value()));
        return as || bare ? cursor.next().value() : name;
    }
}
