// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CREATE INDEX statement.
 *
 * @param text the statement as written
 * @param unique whether UNIQUE is written
 * @param schema the schema before the name, null when not written
 * @param name the index's name
 * @param table the indexed table
 * @param parts the indexed columns and expressions in order
 * @param where the predicate of a partial index, null when there is none
 */
public record CreateIndexText(
        String text,
        boolean unique,
        @Nullable NameText schema,
        NameText name,
        NameText table,
        List<IndexedPartText> parts,
        @Nullable Fragment where)
        implements SchemaText {

    /** Copies the parts. */
    public CreateIndexText {
        parts = List.copyOf(parts);
    }
}
