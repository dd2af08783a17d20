// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks the statements in a trigger's body. */
final class StatementWalker {

    private final RenameJob job;
    private final QueryWalker queries;
    private final List<Token> tokens;

    StatementWalker(RenameJob job, QueryWalker queries) {
        this.job = job;
        this.queries = queries;
        this.tokens = job.tokens();
    }

    /** Walks one statement, the tokens [from, to) without its semicolon. */
    void statement(int from, int to, RenameScope outer) {
        RenameScope scope = outer;
        int at = from;
        if (tokens.get(at).is("WITH")) {
            QueryWalker.CommonTables common = queries.new CommonTables(at, to, outer);
            RenameScope named = common.walk();
            if (ExpressionScanner.beginsQuery(tokens.get(common.end()))) {
                queries.query(common.end(), to, named);
                return;
            }
            scope = named;
            at = common.end();
        }
        Token verb = tokens.get(at);
        if (verb.is("INSERT") || verb.is("REPLACE")) {
            insert(queries.find(at, to, "INTO") + 1, to, scope);
        } else if (verb.is("UPDATE")) {
            boolean orClause = at + 2 < to && tokens.get(at + 1).is("OR");
            update(at + (orClause ? 3 : 1), to, scope);
        } else if (verb.is("DELETE")) {
            int clauses = queries.find(at, to, "WHERE", "ORDER", "LIMIT", "RETURNING");
            RenameScope rows = FromWalker.walk(job, queries, at + 2, clauses, scope, List.of());
            queries.expression(clauses, to, rows);
        } else {
            queries.query(at, to, scope);
        }
    }

    private void insert(int from, int to, RenameScope scope) {
        int at = from;
        Token schema = null;
        if (at + 2 < to && tokens.get(at + 1).isOperator(".")) {
            schema = tokens.get(at);
            at += 2;
        }
        Token table = tokens.get(at++);
        Token alias = null;
        if (at + 1 < to && tokens.get(at).is("AS")) {
            alias = tokens.get(at + 1);
            at += 2;
        }
        RenameSource target = job.source(schema, table, alias, RenameScope.NOTHING);
        if (at < to && tokens.get(at).isOperator("(")) {
            int close = ExpressionScanner.closing(tokens, at, to);
            columnList(at + 1, close, target);
            at = close + 1;
        }
        int upsert = upsert(at, to);
        if (at < upsert && !tokens.get(at).is("DEFAULT")) {
            queries.query(at, upsert, scope);
        }
        RenameScope rows = scope.with(List.of(target, job.pseudoRow("excluded", table)));
        while (upsert < to) {
            int next = upsert(upsert + 1, to);
            conflict(upsert + 2, next, target, rows);
            upsert = next;
        }
    }

    private int upsert(int from, int to) {
        for (int at = queries.find(from, to, "ON"); at < to; at = queries.find(at + 1, to, "ON")) {
            if (at + 1 < to && tokens.get(at + 1).is("CONFLICT")) {
                return at;
            }
        }
        return to;
    }

    private void conflict(int from, int to, RenameSource target, RenameScope rows) {
        int action = queries.find(from, to, "DO");
        queries.expression(from, action, rows.with(List.of(target)));
        int set = queries.find(action, to, "SET");
        if (set < to) {
            int where = queries.find(set, to, "WHERE");
            assignments(set + 1, where, target, rows);
            queries.expression(where, to, rows);
        }
    }

    private void update(int from, int to, RenameScope scope) {
        int set = queries.find(from, to, "SET");
        int clauses = Math.min(queries.find(set, to, "WHERE", "ORDER"), queries.find(set, to, "LIMIT", "RETURNING"));
        int fromWord = Math.min(queries.find(set, to, "FROM"), clauses);
        RenameScope rows = FromWalker.walk(job, queries, from, set, scope, List.of());
        RenameSource target = rows.sources().isEmpty() ? null : rows.sources().get(0);
        if (fromWord < clauses) {
            rows = FromWalker.walk(job, queries, fromWord + 1, clauses, scope, new ArrayList<>(rows.sources()));
        }
        assignments(set + 1, fromWord, target, rows);
        queries.expression(clauses, to, rows);
    }

    private void assignments(int from, int to, @Nullable RenameSource target, RenameScope rows) {
        for (int start = from; start < to; ) {
            int stop = queries.comma(start, to);
            int value = start;
            if (tokens.get(start).isOperator("(")) {
                value = ExpressionScanner.closing(tokens, start, to);
                columnList(start + 1, value, target);
            } else {
                columnList(start, start + 1, target);
            }
            queries.expression(Math.min(value + 2, stop), stop, rows);
            start = stop + 1;
        }
    }

    private void columnList(int from, int to, @Nullable RenameSource target) {
        for (int i = from; i < to; i += 2) {
            if (target != null && target.shape().carries()) {
                job.ownColumn(tokens.get(i));
            }
        }
    }
}
