// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code REFERENCES} clause.
 *
 * @param table the table referred to
 * @param columns its columns, empty when the clause relies on the primary key
 * @param onDelete the action, null when not written
 * @param onUpdate the action, null when not written
 * @param match the name after {@code MATCH}, null when not written
 * @param deferral the clause right behind, null when not written
 */
public record ReferencesText(
        NameText table,
        List<NameText> columns,
        @Nullable ForeignKeyAction onDelete,
        @Nullable ForeignKeyAction onUpdate,
        @Nullable NameText match,
        @Nullable Deferral deferral) {

    /** Copies the column list. */
    public ReferencesText {
        columns = List.copyOf(columns);
    }
}
