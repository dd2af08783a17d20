// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CREATE TRIGGER statement.
 *
 * @param text the statement as written
 * @param temporary whether TEMP is written
 * @param schema the schema before the name, null when not written
 * @param name the trigger's name
 * @param timing when it fires, null when not written, which means BEFORE
 * @param event what it fires on
 * @param updateOf the columns behind UPDATE OF, empty for every column
 * @param table the table or view it watches
 * @param forEachRow whether FOR EACH ROW is written; SQLite has no other kind
 * @param when the condition, null when there is none
 * @param body everything from BEGIN to END, both included
 */
public record CreateTriggerText(
        String text,
        boolean temporary,
        @Nullable NameText schema,
        NameText name,
        @Nullable Timing timing,
        Event event,
        List<NameText> updateOf,
        NameText table,
        boolean forEachRow,
        @Nullable Fragment when,
        Fragment body)
        implements SchemaText {

    /** Copies the columns. */
    public CreateTriggerText {
        updateOf = List.copyOf(updateOf);
    }

    /** When a trigger fires. */
    public enum Timing {
        /** Before the row changes. */
        BEFORE,
        /** After the row has changed. */
        AFTER,
        /** Instead of a change to a view. */
        INSTEAD_OF
    }

    /** What a trigger fires on. */
    public enum Event {
        /** Deletion of a row. */
        DELETE,
        /** Insertion of a row. */
        INSERT,
        /** Change of a row. */
        UPDATE
    }
}
