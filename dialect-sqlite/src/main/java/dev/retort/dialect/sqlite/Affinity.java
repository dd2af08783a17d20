// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import java.util.Locale;

/**
 * What SQLite makes of a declared type.
 *
 * @see <a href="https://www.sqlite.org/datatype3.html#determination_of_column_affinity">Determination of column
 *     affinity</a>
 */
enum Affinity {
    INTEGER,
    TEXT,
    BLOB,
    REAL,
    NUMERIC;

    static Affinity of(String declared) {
        String type = declared.toUpperCase(Locale.ROOT);
        if (type.contains("INT")) {
            return INTEGER;
        }
        if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            return TEXT;
        }
        if (type.contains("BLOB") || type.isEmpty()) {
            return BLOB;
        }
        return type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") ? REAL : NUMERIC;
    }
}
