// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns that an expression can name. */
public interface Columns {

    /** No column is known, on a server that has {@code EXTRACT}. */
    Columns NONE = unknown(false);

    /**
     * No column is known.
     *
     * @param extractsByDatePart what {@link #extractsByDatePart()} shall give
     * @return columns that know nothing
     */
    static Columns unknown(boolean extractsByDatePart) {
        return new Columns() {
            @Override
            public @Nullable String type(List<String> name) {
                return null;
            }

            @Override
            public List<String> shortest(List<String> name) {
                return name;
            }

            @Override
            public boolean extractsByDatePart() {
                return extractsByDatePart;
            }
        };
    }

    /**
     * The type of a column in the words of {@code format_type}.
     *
     * @param name its name, possibly qualified
     * @return the type, or null if it is not known
     */
    @Nullable
    String type(List<String> name);

    /**
     * A column's name with as many qualifiers as PostgreSQL writes.
     *
     * @param name its name, possibly qualified
     * @return the name as it is read back
     */
    List<String> shortest(List<String> name);

    /**
     * Whether the server writes {@code EXTRACT} as a call of {@code date_part}, as it does before version 14.
     *
     * @return true for such a server
     */
    default boolean extractsByDatePart() {
        return false;
    }
}
