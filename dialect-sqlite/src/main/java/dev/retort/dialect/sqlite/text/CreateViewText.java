// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CREATE VIEW statement.
 *
 * @param text the statement as written
 * @param temporary whether TEMP is written
 * @param schema the schema before the name, null when not written
 * @param name the view's name
 * @param columns the column names in parentheses, empty when not written
 * @param select the query behind AS
 */
public record CreateViewText(
        String text,
        boolean temporary,
        @Nullable NameText schema,
        NameText name,
        List<NameText> columns,
        Fragment select)
        implements SchemaText {

    /** Copies the columns. */
    public CreateViewText {
        columns = List.copyOf(columns);
    }
}
