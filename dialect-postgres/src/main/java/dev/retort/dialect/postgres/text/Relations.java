// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables and views that a query can name. */
public interface Relations {

    /**
     * The columns of a table or view, in order, with their types in the words of {@code format_type}.
     *
     * @param name its name, possibly with its namespace
     * @return columns and types, an empty text for a type that is not known; empty if there is no such table or view
     */
    Optional<Map<String, String>> columns(List<String> name);

    /**
     * As {@link Columns#extractsByDatePart()}.
     *
     * @return true for such a server
     */
    default boolean extractsByDatePart() {
        return false;
    }
}
