// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a CREATE TRIGGER statement from behind its TRIGGER keyword. */
final class CreateTriggerParser {

    private CreateTriggerParser() {}

    static CreateTriggerText trigger(TokenCursor cursor, boolean temporary) {
        cursor.accept("IF", "NOT", "EXISTS");
        NameText schema = null;
        NameText name = cursor.name("the trigger's name");
        if (cursor.acceptOperator(".")) {
            schema = name;
            name = cursor.name("the trigger's name");
        }
        CreateTriggerText.Timing timing = timing(cursor);
        CreateTriggerText.Event event = event(cursor);
        List<NameText> updateOf = new ArrayList<>();
        if (event == CreateTriggerText.Event.UPDATE && cursor.accept("OF")) {
            do {
                updateOf.add(cursor.name("a column name"));
            } while (cursor.acceptOperator(","));
        }
        cursor.expect("ON");
        NameText table = cursor.name("the table's name");
        if (cursor.acceptOperator(".")) {
            table = cursor.name("the table's name");
        }
        boolean forEachRow = cursor.accept("FOR", "EACH", "ROW");
        Fragment when = cursor.accept("WHEN") ? condition(cursor) : null;
        Fragment body = body(cursor);
        cursor.expectEnd();
        return new CreateTriggerText(
                cursor.text(), temporary, schema, name, timing, event, updateOf, table, forEachRow, when, body);
    }

    private static CreateTriggerText.@Nullable Timing timing(TokenCursor cursor) {
        if (cursor.accept("BEFORE")) {
            return CreateTriggerText.Timing.BEFORE;
        }
        if (cursor.accept("AFTER")) {
            return CreateTriggerText.Timing.AFTER;
        }
        return cursor.accept("INSTEAD", "OF") ? CreateTriggerText.Timing.INSTEAD_OF : null;
    }

    private static CreateTriggerText.Event event(TokenCursor cursor) {
        for (CreateTriggerText.Event event : CreateTriggerText.Event.values()) {
            if (cursor.accept(event.name())) {
                return event;
            }
        }
        throw cursor.failure("DELETE, INSERT or UPDATE");
    }

    /** Everything up to the BEGIN of the body: the one that a statement follows. */
    private static Fragment condition(TokenCursor cursor) {
        int start = cursor.start();
        while (!bodyAhead(cursor)) {
            if (cursor.take().isOperator("(")) {
                cursor.closing();
            }
        }
        return cursor.since(start);
    }

    private static boolean bodyAhead(TokenCursor cursor) {
        return cursor.ahead("BEGIN")
                && (cursor.ahead(1, "SELECT")
                        || cursor.ahead(1, "INSERT")
                        || cursor.ahead(1, "UPDATE")
                        || cursor.ahead(1, "DELETE")
                        || cursor.ahead(1, "REPLACE")
                        || cursor.ahead(1, "VALUES")
                        || cursor.ahead(1, "WITH"));
    }

    /** BEGIN to the END that follows a semicolon and ends the statement; the END of a CASE follows no semicolon. */
    private static Fragment body(TokenCursor cursor) {
        int start = cursor.start();
        cursor.expect("BEGIN");
        boolean afterSemicolon = false;
        while (!(afterSemicolon && cursor.ahead("END"))) {
            afterSemicolon = cursor.take().isOperator(";");
        }
        cursor.expect("END");
        return cursor.since(start);
    }
}
