// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses {@code SELECT} with its usual clauses, and unions of such. */
final class QueryParser {

    private static final Set<String> SETS = Set.of("union", "intersect", "except");

    private final Cursor cursor;
    private final Relations relations;
    private final ExpressionParser expressions;

    QueryParser(Cursor cursor, Relations relations) {
        this.cursor = cursor;
        this.relations = relations;
        this.expressions = new ExpressionParser(cursor);
    }

    QueryText query(List<String> names) {
        QueryText first = select(names);
        StringBuilder sql = new StringBuilder(first.sql());
        List<String> columns = List.copyOf(first.columns().keySet());
        while (SETS.contains(cursor.peek().value())) {
            sql.append(' ').append(cursor.next().value().toUpperCase(Locale.ROOT));
            sql.append(cursor.takes("all") ? " ALL " : " ");
            sql.append(select(columns).sql());
        }
        return new QueryText(sql.toString(), first.columns(), true);
    }

    /** One column of the result, before it is known what is read. */
    private record Item(Expression value, @Nullable String alias) {}

    private QueryText select(List<String> names) {
        cursor.expect("select");
        String distinct = cursor.takes("distinct") ? "DISTINCT " : "";
        if (cursor.sees("on", "(")) {
            throw new Cursor.Unknown(cursor.peek());
        }
        List<Item> items = new ArrayList<>();
        do {
            items.add(item());
        } while (cursor.takes(","));
        QueryScope scope = new QueryScope(relations.extractsByDatePart());
        Simplifier simplifier = new Simplifier(scope);
        String from = cursor.takes("from") ? " FROM " + new FromParser(cursor, relations, scope).from() : "";
        List<Item> all = expanded(items, scope);
        if (!names.isEmpty() && names.size() > all.size()) {
            throw new Cursor.Unknown(cursor.peek());
        }
        Map<String, String> columns = new LinkedHashMap<>();
        List<String> written = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Expression value = simplifier.operand(all.get(i).value());
            String name = i < names.size() ? names.get(i) : alias(all.get(i));
            boolean plain = value instanceof Expression.Name own
                    && own.parts().get(own.parts().size() - 1).equals(name);
            written.add(Printer.print(value) + (plain ? "" : " AS " + Names.quoted(name)));
            String type = value instanceof Expression.Name own ? scope.type(own.parts()) : null;
            columns.put(name, type == null ? "" : type);
            values.add(value);
        }
        String sql = "SELECT " + distinct + String.join(", ", written) + from + clauses(simplifier, values);
        return new QueryText(sql, columns, true);
    }

    private Item item() {
        if (cursor.takes("*")) {
            return new Item(new Expression.Name(List.of("*")), null);
        }
        Expression value = expressions.expression();
        if (cursor.takes("as")) {
            return new Item(value, cursor.next().value());
        }
        Token next = cursor.peek();
        boolean bare = next.kind() == Token.Kind.QUOTED_NAME
                || (next.kind() == Token.Kind.WORD && !Names.isReserved(next.value()) && !SETS.contains(next.value()));
        return new Item(value, bare ? cursor.next().value() : null);
    }

    private List<Item> expanded(List<Item> items, QueryScope scope) {
        List<Item> all = new ArrayList<>();
        for (Item item : items) {
            if (item.value() instanceof Expression.Name name
                    && name.parts().get(name.parts().size() - 1).equals("*")) {
                String alias =
                        name.parts().size() > 1 ? name.parts().get(name.parts().size() - 2) : null;
                List<Expression> names = scope.all(alias);
                if (names.isEmpty()) {
                    throw new Cursor.Unknown(cursor.peek());
                }
                names.forEach(each -> all.add(new Item(each, null)));
            } else {
                all.add(item);
            }
        }
        return all;
    }

    private static String alias(Item item) {
        String alias = item.alias();
        return alias != null ? alias : ColumnNames.of(item.value());
    }

    private String clauses(Simplifier simplifier, List<Expression> items) {
        StringBuilder sql = new StringBuilder();
        if (cursor.takes("where")) {
            sql.append(" WHERE ").append(Printer.print(simplifier.simple(expressions.expression())));
        }
        if (cursor.takes("group", "by")) {
            List<String> keys = expressions.list().stream()
                    .map(key -> Printer.print(simplifier.operand(numbered(key, items))))
                    .toList();
            sql.append(" GROUP BY ").append(String.join(", ", keys));
        }
        if (cursor.takes("having")) {
            sql.append(" HAVING ").append(Printer.print(simplifier.simple(expressions.expression())));
        }
        if (cursor.takes("order", "by")) {
            sql.append(" ORDER BY ").append(order(simplifier, items));
        }
        for (String clause : List.of("limit", "offset")) {
            if (cursor.takes(clause)) {
                sql.append(' ').append(clause.toUpperCase(Locale.ROOT)).append(' ');
                sql.append(Printer.print(simplifier.simple(expressions.expression())));
            }
        }
        return sql.toString();
    }

    private String order(Simplifier simplifier, List<Expression> items) {
        List<String> keys = new ArrayList<>();
        do {
            String key = Printer.print(simplifier.operand(numbered(expressions.expression(), items)));
            boolean descending = cursor.takes("desc");
            if (!descending) {
                cursor.takes("asc");
            }
            String nulls = "";
            if (cursor.takes("nulls")) {
                boolean first = cursor.next().is("first");
                nulls = first == descending ? "" : first ? " NULLS FIRST" : " NULLS LAST";
            }
            keys.add(key + (descending ? " DESC" : "") + nulls);
        } while (cursor.takes(","));
        return String.join(", ", keys);
    }

    /** A number in ORDER BY or GROUP BY is that of a column of the result. */
    private static Expression numbered(Expression key, List<Expression> items) {
        if (key instanceof Expression.Number number && number.digits().matches("\\d{1,4}")) {
            int index = Integer.parseInt(number.digits());
            return index >= 1 && index <= items.size() ? items.get(index - 1) : key;
        }
        return key;
    }
}
