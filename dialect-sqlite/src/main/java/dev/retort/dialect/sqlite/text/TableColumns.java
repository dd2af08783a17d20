// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import java.util.Optional;

/** What is known of the columns of tables and views; the more is known, the fewer places are doubtful. */
@FunctionalInterface
public interface TableColumns {

    /** The column names of a table or view, empty when they are not known. */
    Optional<List<String>> columnsOf(String table);

    /** Knows nothing. */
    static TableColumns unknown() {
        return table -> Optional.empty();
    }
}
