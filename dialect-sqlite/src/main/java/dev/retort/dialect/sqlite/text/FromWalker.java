// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import dev.retort.dialect.sqlite.text.RenameSource.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind FROM: tables, subqueries, table functions, joins and their conditions. */
final class FromWalker {

    private final RenameJob job;
    private final QueryWalker queries;
    private final List<Token> tokens;
    private final int to;
    private final RenameScope outer;
    private final List<RenameSource> sources = new ArrayList<>();
    private final List<int[]> conditions = new ArrayList<>();
    private final List<Token> joinColumns = new ArrayList<>();
    private final List<Token> naturals = new ArrayList<>();
    private int at;

    private FromWalker(RenameJob job, QueryWalker queries, int from, int to, RenameScope outer) {
        this.job = job;
        this.queries = queries;
        this.tokens = job.tokens();
        this.at = from;
        this.to = to;
        this.outer = outer;
    }

    /** Walks the tokens [from, to) and gives the scope that they open inside {@code outer}. */
    static RenameScope walk(
            RenameJob job, QueryWalker queries, int from, int to, RenameScope outer, List<RenameSource> before) {
        FromWalker walker = new FromWalker(job, queries, from, to, outer);
        walker.sources.addAll(before);
        walker.joined();
        RenameScope scope = outer.with(walker.sources);
        walker.conditions.forEach(range -> queries.expression(range[0], range[1], scope));
        walker.joinColumns.forEach(column -> job.joinColumn(column, walker.sources));
        walker.naturals.forEach(natural -> job.naturalJoin(natural, walker.sources));
        return scope;
    }

    /** Sources and the operators between them, up to a closing parenthesis or the end. */
    private void joined() {
        while (at < to && !tokens.get(at).isOperator(")")) {
            Token token = tokens.get(at);
            if (token.isOperator(",") || token.is("JOIN") || joinWord()) {
                if (token.is("NATURAL")) {
                    naturals.add(token);
                }
                at++;
            } else if (token.is("ON")) {
                int end = conditionEnd(++at);
                conditions.add(new int[] {at, end});
                at = end;
            } else if (token.is("USING") && isOperator(at + 1, "(")) {
                int close = ExpressionScanner.closing(tokens, at + 1, to);
                for (int i = at + 2; i < close; i++) {
                    joinColumns.add(tokens.get(i));
                }
                at = close + 1;
            } else {
                source();
            }
        }
    }

    private void source() {
        if (isOperator(at, "(")) {
            group();
            return;
        }
        Token schema = null;
        Token name = tokens.get(at++);
        if (isOperator(at, ".")) {
            schema = name;
            name = tokens.get(Math.min(at + 1, to - 1));
            at += 2;
        }
        boolean function = isOperator(at, "(");
        if (function) {
            int close = ExpressionScanner.closing(tokens, at, to);
            // The arguments see the sources to the left.
            queries.expression(at + 1, close, outer.with(sources));
            at = close + 1;
        }
        Token alias = alias();
        if (function) {
            sources.add(new RenameSource((alias == null ? name : alias).name(), false, Shape.UNKNOWN, false));
        } else {
            sources.add(job.source(schema, name, alias, outer));
        }
    }

    private void group() {
        int close = ExpressionScanner.closing(tokens, at, to);
        if (at + 1 < to && ExpressionScanner.beginsQuery(tokens.get(at + 1))) {
            Shape shape = queries.query(at + 1, close, outer);
            at = close + 1;
            Token alias = alias();
            sources.add(new RenameSource(alias == null ? null : alias.name(), false, shape, false));
        } else {
            at++;
            joined();
            at = close + 1;
            alias();
        }
    }

    private @Nullable Token alias() {
        Token alias = null;
        if (at < to && tokens.get(at).is("AS")) {
            alias = tokens.get(Math.min(at + 1, to - 1));
            at += 2;
        } else if (at < to && !joinWord() && !tokens.get(at).is("INDEXED") && canBeAlias(tokens.get(at))) {
            alias = tokens.get(at++);
        }
        if (at + 2 < to && tokens.get(at).is("INDEXED") && tokens.get(at + 1).is("BY")) {
            at += 3;
        } else if (at + 1 < to && tokens.get(at).is("NOT") && tokens.get(at + 1).is("INDEXED")) {
            at += 2;
        }
        return alias;
    }

    private static boolean canBeAlias(Token token) {
        return token.kind() == TokenKind.STRING || ExpressionScanner.isName(token);
    }

    /** Whether a word of a join operator stands next: such words may also be names, but not before another of them. */
    private boolean joinWord() {
        Token token = tokens.get(at);
        boolean word = token.is("NATURAL")
                || token.is("LEFT")
                || token.is("RIGHT")
                || token.is("FULL")
                || token.is("OUTER")
                || token.is("INNER")
                || token.is("CROSS");
        return word && at + 1 < to && tokens.get(at + 1).kind() == TokenKind.WORD;
    }

    private int conditionEnd(int from) {
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            if (token.isOperator("(")) {
                i = ExpressionScanner.closing(tokens, i, to);
            } else if (token.isOperator(",") || token.isOperator(")") || token.is("JOIN")) {
                return joinStart(i, from);
            }
        }
        return to;
    }

    /** Steps back over the words before JOIN that belong to it. */
    private int joinStart(int join, int from) {
        int start = join;
        int saved = at;
        for (at = join - 1; tokens.get(join).is("JOIN") && at > from && joinWord(); at--) {
            start = at;
        }
        at = saved;
        return start;
    }

    private boolean isOperator(int index, String operator) {
        return index < to && tokens.get(index).isOperator(operator);
    }
}
