// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code pg_get_triggerdef} says beyond the columns of the catalogue.
 *
 * @param when its condition, or an empty text
 * @param body what it executes, from {@code EXECUTE} on
 */
public record TriggerText(String when, String body) {

    /**
     * Reads a definition.
     *
     * @param definition the text of a {@code CREATE TRIGGER}
     * @return its parts
     */
    public static TriggerText of(String definition) {
        Cursor cursor = new Cursor(Lexer.tokens(definition));
        String when = "";
        while (!cursor.isAtEnd()) {
            if (cursor.takes("when", "(")) {
                when = Cursor.joined(cursor.balanced());
            } else if (cursor.sees("execute")) {
                List<Token> body = new ArrayList<>();
                while (!cursor.isAtEnd()) {
                    body.add(cursor.next());
                }
                return new TriggerText(when, Cursor.joined(body));
            } else {
                cursor.next();
            }
        }
        return new TriggerText(when, "");
    }
}
