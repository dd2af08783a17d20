// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for the query of a view. A query of one table or view is taken apart, so that the server's spelling of it,
 * with every name in full, is that of its author; in any other query only the words are brought into one form.
 *
 * @param query   the query in its plain spelling
 * @param columns names of its columns; empty if they are not known
 * @param understood whether it was taken apart, so that its query names its columns
 */
public record ViewText(String query, List<String> columns, boolean understood) {

    /**
     * @param sql     the query
     * @param names   names of the view's columns where the view declares them; else empty
     * @param columns gives the columns of a table or view by its name, empty if it is not known
     * @return the query in its plain spelling
     */
    public static ViewText of(String sql, List<String> names, Function<String, List<String>> columns) {
        List<Token> tokens = Lexer.read(sql);
        if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).isSymbol(";")) {
            tokens = tokens.subList(0, tokens.size() - 1);
        }
        try {
            return new Reader(sql, new Tokens(tokens), columns).read(names);
        } catch (Expressions.NotUnderstood other) {
            return new ViewText(Tokens.plain(tokens), names, false);
        }
    }

    /** The server takes the blanks before the name of a query's column away, sooner or later. */
    private record Item(String sql, String name) {

        Item {
            name = name.stripLeading();
        }

        /** The same with a plain column spelled as its table has it. */
        Item in(List<String> known) {
            List<Token> tokens = Lexer.read(sql);
            if (tokens.size() != 1 || tokens.get(0).kind() != Token.Kind.NAME) {
                return this;
            }
            String column = tokens.get(0).value();
            return known.stream()
                    .filter(other -> other.stripLeading().equals(column.stripLeading()))
                    .findFirst()
                    .map(other -> new Item(Quote.name(other), name))
                    .orElse(this);
        }

        String text() {
            return sql.replaceFirst("^` +", "`").equals(Quote.name(name)) ? sql : sql + " AS " + Quote.name(name);
        }
    }

    private record Reader(String source, Tokens tokens, Function<String, List<String>> columnsOf) {

        ViewText read(List<String> names) {
            tokens.expectWord("SELECT");
            String distinct = tokens.takeWord("DISTINCT") ? "DISTINCT " : "";
            boolean all = tokens.takeSymbol("*");
            List<Item> items = new ArrayList<>();
            if (!all) {
                do {
                    items.add(item());
                } while (tokens.takeSymbol(","));
            }
            tokens.expectWord("FROM");
            boolean bracket = tokens.takeSymbol("(");
            String table = Quote.name(tokens.takeName());
            String last = tokensLast();
            if (tokens.takeSymbol(".")) {
                last = tokens.takeName();
                table = table + "." + Quote.name(last);
            }
            String alias = alias();
            if (bracket) {
                tokens.expectSymbol(")");
            }
            if (all) {
                List<String> known = columnsOf.apply(last);
                if (known.isEmpty()) {
                    throw new Expressions.NotUnderstood();
                }
                known.forEach(column -> items.add(new Item(Quote.name(column), column)));
            }
            List<String> present = columnsOf.apply(last);
            List<Item> named =
                    named(items, names).stream().map(item -> item.in(present)).toList();
            StringBuilder sql = new StringBuilder("SELECT ").append(distinct);
            sql.append(String.join(", ", named.stream().map(Item::text).toList()));
            sql.append(" FROM ").append(table);
            if (!alias.isEmpty() && !alias.equals(last)) {
                sql.append(" AS ").append(Quote.name(alias));
            }
            if (tokens.takeWord("WHERE")) {
                sql.append(" WHERE ")
                        .append(new Expressions(tokens, false).expression().sql());
            }
            sorted(sql);
            if (!tokens.isEnd()) {
                throw new Expressions.NotUnderstood();
            }
            return new ViewText(sql.toString(), named.stream().map(Item::name).toList(), true);
        }

        private String tokensLast() {
            String text = source.substring(0, tokens.lastEnd());
            List<Token> read = Lexer.read(text);
            return read.get(read.size() - 1).value();
        }

        private static List<Item> named(List<Item> items, List<String> names) {
            if (names.size() != items.size()) {
                return items;
            }
            List<Item> named = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                named.add(new Item(items.get(i).sql(), names.get(i)));
            }
            return named;
        }

        private Item item() {
            int start = tokens.offset();
            String sql = new Expressions(tokens, false).expression().sql();
            String written = source.substring(start, tokens.lastEnd());
            Optional<String> alias = Optional.empty();
            if (tokens.takeWord("AS")) {
                alias = Optional.of(tokens.take().value());
            } else if (!tokens.isEnd() && tokens.isName() && !tokens.word().equals("FROM")) {
                alias = Optional.of(tokens.takeName());
            }
            return new Item(sql, alias.orElseGet(() -> column(sql, written)));
        }

        private static String column(String sql, String written) {
            List<Token> tokens = Lexer.read(sql);
            return tokens.size() == 1 && tokens.get(0).kind() == Token.Kind.NAME
                    ? tokens.get(0).value()
                    : written;
        }

        private String alias() {
            boolean as = tokens.takeWord("AS");
            String word = tokens.word();
            boolean clause = List.of("WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "JOIN", "LEFT", "INNER", "UNION", "")
                    .contains(word);
            return as || (tokens.isName() && (!clause || word.isEmpty())) ? tokens.takeName() : "";
        }

        private void sorted(StringBuilder sql) {
            clause(sql, "GROUP", "BY");
            if (tokens.takeWord("HAVING")) {
                sql.append(" HAVING ")
                        .append(new Expressions(tokens, false).expression().sql());
            }
            clause(sql, "ORDER", "BY");
            clause(sql, "LIMIT", null);
        }

        private void clause(StringBuilder sql, String first, @Nullable String second) {
            if (!tokens.takeWord(first)) {
                return;
            }
            sql.append(' ').append(first);
            if (second != null) {
                tokens.expectWord(second);
                sql.append(' ').append(second);
            }
            String comma = " ";
            do {
                sql.append(comma)
                        .append(new Expressions(tokens, false).expression().sql());
                if (tokens.takeWord("DESC")) {
                    sql.append(" DESC");
                } else {
                    tokens.takeWord("ASC");
                }
                comma = ", ";
            } while (tokens.takeSymbol(","));
        }
    }
}
