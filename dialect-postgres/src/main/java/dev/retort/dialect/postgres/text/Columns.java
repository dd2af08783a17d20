// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns that an expression can name. */
public interface Columns {

    /** No column is known. */
    Columns NONE = new Columns() {
        @Override
        public @Nullable String type(List<String> name) {
            return null;
        }

        @Override
        public List<String> shortest(List<String> name) {
            return name;
        }
    };

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
}
