// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import dev.retort.dialect.sqlite.text.RenameSource.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks queries, telling a {@link RenameJob} each name together with what is visible where it stands. */
final class QueryWalker {

    private final RenameJob job;
    private final List<Token> tokens;

    QueryWalker(RenameJob job) {
        this.job = job;
        this.tokens = job.tokens();
    }

    /** Walks an expression, its subqueries included. */
    void expression(int from, int to, RenameScope scope) {
        ExpressionScanner.scan(tokens, from, to, new ExpressionScanner.Sink() {
            @Override
            public void column(@Nullable Token qualifier, Token column) {
                job.column(qualifier, column, scope);
            }

            @Override
            public void table(Token table) {
                job.source(null, table, null, scope);
            }

            @Override
            public void subquery(int start, int end) {
                query(start, end, scope);
            }
        });
    }

    /** Walks a query from its WITH, SELECT or VALUES to its LIMIT, and gives the columns it yields. */
    Shape query(int from, int to, RenameScope outer) {
        RenameScope scope = outer;
        int at = from;
        if (at < to && tokens.get(at).is("WITH")) {
            CommonTables common = new CommonTables(at, to, outer);
            scope = common.walk();
            at = common.at;
        }
        int end = find(at, to, "ORDER", "LIMIT");
        Shape shape = null;
        RenameScope core = scope;
        boolean compound = false;
        for (int start = at; start < end; ) {
            int stop = find(start, end, "UNION", "EXCEPT", "INTERSECT");
            List<RenameScope> opened = new ArrayList<>();
            Shape yielded = core(start, stop, scope, opened);
            shape = shape == null ? yielded : shape;
            core = opened.isEmpty() ? scope : opened.get(0);
            compound |= stop < end;
            start = stop + (stop + 1 < end && tokens.get(stop + 1).is("ALL") ? 2 : 1);
        }
        Shape result = shape == null ? Shape.UNKNOWN : shape;
        order(end, to, compound ? scope.with(List.of(new RenameSource(null, false, result, false))) : core, result);
        return result;
    }

    /** In ORDER BY a bare name means a column of the result first, then one of the sources. */
    private void order(int from, int to, RenameScope scope, Shape result) {
        if (from >= to) {
            return;
        }
        RenameScope seen = scope.with(List.of(new RenameSource(null, false, result, false)));
        int limit = find(from, to, "LIMIT");
        int start = from + (tokens.get(from).is("ORDER") ? 2 : 0);
        while (start < limit) {
            int stop = comma(start, limit);
            boolean bare = stop - start == 1
                    || (stop - start > 1 && !tokens.get(start + 1).isOperator(".") && endsTerm(tokens.get(start + 1)));
            boolean own = result.columns() != null
                    && bare
                    && result.has(tokens.get(start).name());
            expression(start, stop, own ? seen : scope);
            start = stop + 1;
        }
        expression(Math.min(limit + 1, to), to, scope);
    }

    private static boolean endsTerm(Token token) {
        return token.is("ASC") || token.is("DESC") || token.is("COLLATE") || token.is("NULLS");
    }

    private Shape core(int from, int to, RenameScope outer, List<RenameScope> opened) {
        if (tokens.get(from).is("VALUES")) {
            expression(from + 1, to, outer);
            return new Shape(false, Set.of());
        }
        int columns = from + 1;
        if (columns < to
                && (tokens.get(columns).is("DISTINCT") || tokens.get(columns).is("ALL"))) {
            columns++;
        }
        int fromWord = find(columns, to, "FROM");
        int clauses = Math.min(find(columns, to, "WHERE", "GROUP"), find(columns, to, "HAVING", "WINDOW"));
        int listEnd = Math.min(fromWord, clauses);
        RenameScope scope = fromWord < clauses
                ? FromWalker.walk(job, this, fromWord + 1, clauses, outer, List.of())
                : outer.with(List.of());
        opened.add(scope);
        Shape shape = resultColumns(columns, listEnd, scope);
        expression(clauses, to, scope);
        return shape;
    }

    private Shape resultColumns(int from, int to, RenameScope scope) {
        boolean carries = false;
        boolean open = false;
        Set<String> names = new HashSet<>();
        for (int start = from; start < to; ) {
            int stop = comma(start, to);
            expression(start, stop, scope);
            if (tokens.get(stop - 1).isOperator("*")
                    && (stop - start == 1 || tokens.get(stop - 2).isOperator("."))) {
                Token only = stop - start == 1 ? null : tokens.get(stop - 3);
                for (RenameSource source : scope.sources()) {
                    if (only == null || source.answersTo(only)) {
                        carries |= source.shape().carries();
                        open |= source.shape().columns() == null;
                        names.addAll(
                                source.shape().columns() == null
                                        ? Set.of()
                                        : source.shape().columns());
                    }
                }
                if (only != null) {
                    job.column(only, tokens.get(stop - 1), scope);
                }
            } else {
                names.add(SqliteName.fold(tokens.get(stop - 1).name()));
                carries |= plainColumn(start, stop) && means(start, stop, scope);
            }
            start = stop + 1;
        }
        return new Shape(carries, open ? null : names);
    }

    private boolean plainColumn(int start, int stop) {
        for (int i = start; i < stop; i++) {
            boolean dot = (i - start) % 2 == 1;
            if (dot != tokens.get(i).isOperator(".") || (!dot && !ExpressionScanner.isName(tokens.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private boolean means(int start, int stop, RenameScope scope) {
        Token qualifier = stop - start > 1 ? tokens.get(stop - 3) : null;
        return job.column(qualifier, tokens.get(stop - 1), scope);
    }

    /** First of the words outside parentheses in [from, to), or {@code to}; IS DISTINCT FROM is no FROM. */
    int find(int from, int to, String... words) {
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            if (token.isOperator("(")) {
                i = ExpressionScanner.closing(tokens, i, to);
                continue;
            }
            for (String word : words) {
                boolean distinct =
                        word.equals("FROM") && i > from && tokens.get(i - 1).is("DISTINCT");
                boolean window = word.equals("WINDOW")
                        && !(i + 2 < to && tokens.get(i + 2).is("AS"));
                if (token.is(word) && !distinct && !window) {
                    return i;
                }
            }
        }
        return to;
    }

    /** The next comma outside parentheses in [from, to), or {@code to}. */
    int comma(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.get(i).isOperator("(")) {
                i = ExpressionScanner.closing(tokens, i, to);
            } else if (tokens.get(i).isOperator(",")) {
                return i;
            }
        }
        return to;
    }

    /** The tables of a WITH clause; each sees all of them, for they may be recursive. */
    final class CommonTables {

        private final int to;
        private final RenameScope outer;
        private final Map<String, Shape> named = new HashMap<>();
        private int at;

        CommonTables(int from, int to, RenameScope outer) {
            this.at = from + 1;
            this.to = to;
            this.outer = outer;
        }

        /** Index of the first token behind the clause. */
        int end() {
            return at;
        }

        RenameScope walk() {
            if (at < to && tokens.get(at).is("RECURSIVE")) {
                at++;
            }
            do {
                table();
            } while (at < to && tokens.get(at).isOperator(",") && at++ < to);
            return outer.naming(named);
        }

        private void table() {
            String name = SqliteName.fold(tokens.get(at++).name());
            Set<String> columns = null;
            if (at < to && tokens.get(at).isOperator("(")) {
                int close = ExpressionScanner.closing(tokens, at, to);
                columns = new HashSet<>();
                for (int i = at + 1; i < close; i += 2) {
                    columns.add(SqliteName.fold(tokens.get(i).name()));
                }
                at = close + 1;
            }
            while (at < to && !tokens.get(at).isOperator("(")) {
                at++;
            }
            int start = at + 1;
            int close = ExpressionScanner.closing(tokens, at, to);
            at = close + 1;
            named.put(name, columns == null ? Shape.UNKNOWN : new Shape(false, columns));
            if (columns == null) {
                int first = find(start, close, "UNION", "EXCEPT", "INTERSECT");
                named.put(name, job.silently(() -> query(start, first, outer.naming(named))));
            }
            query(start, close, outer.naming(named));
        }
    }
}
