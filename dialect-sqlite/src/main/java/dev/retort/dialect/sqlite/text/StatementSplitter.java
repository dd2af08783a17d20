// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a script into statements where SQLite's shell would: at semicolons outside of strings and comments, and for
 * CREATE TRIGGER at the semicolon behind {@code ; END} (the rules of {@code sqlite3_complete}).
 */
public final class StatementSplitter {

    private enum State {
        START,
        NORMAL,
        EXPLAIN,
        CREATE,
        TRIGGER,
        TRIGGER_SEMICOLON,
        TRIGGER_END
    }

    private StatementSplitter() {}

    /**
     * The statements in order, each with its semicolon and without the comments around it. A last one that no semicolon
     * ends is given too.
     */
    public static List<Fragment> split(String script) {
        List<Fragment> statements = new ArrayList<>();
        State state = State.START;
        int start = -1;
        int end = 0;
        for (Token token : SqliteLexer.significant(script)) {
            boolean empty = state == State.START && token.isOperator(";");
            start = start < 0 && !empty ? token.start() : start;
            end = token.end();
            state = after(state, token);
            if (state == State.START && start >= 0) {
                statements.add(new Fragment(script, start, end));
                start = -1;
            }
        }
        if (start >= 0) {
            statements.add(new Fragment(script, start, end));
        }
        return List.copyOf(statements);
    }

    private static State after(State state, Token token) {
        boolean semicolon = token.isOperator(";");
        return switch (state) {
            case START ->
                semicolon
                        ? State.START
                        : token.is("EXPLAIN") ? State.EXPLAIN : token.is("CREATE") ? State.CREATE : State.NORMAL;
            case EXPLAIN -> semicolon ? State.START : afterExplain(token);
            case CREATE -> semicolon ? State.START : afterCreate(token);
            case NORMAL -> semicolon ? State.START : State.NORMAL;
            case TRIGGER -> semicolon ? State.TRIGGER_SEMICOLON : State.TRIGGER;
            case TRIGGER_SEMICOLON ->
                semicolon ? State.TRIGGER_SEMICOLON : token.is("END") ? State.TRIGGER_END : State.TRIGGER;
            case TRIGGER_END -> semicolon ? State.START : State.TRIGGER;
        };
    }

    /** Words between EXPLAIN and CREATE are QUERY and PLAN; anything else cannot lead to a trigger. */
    private static State afterExplain(Token token) {
        if (token.is("CREATE")) {
            return State.CREATE;
        }
        return token.is("QUERY") || token.is("PLAN") ? State.EXPLAIN : State.NORMAL;
    }

    private static State afterCreate(Token token) {
        if (token.is("TEMP") || token.is("TEMPORARY")) {
            return State.CREATE;
        }
        return token.is("TRIGGER") ? State.TRIGGER : State.NORMAL;
    }
}
