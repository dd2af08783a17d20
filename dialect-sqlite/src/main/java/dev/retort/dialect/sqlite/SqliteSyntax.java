// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.StandardSyntax;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** SQLite's literals: dates and times are strings, and a string with a NUL in it has to be written as bytes. */
final class SqliteSyntax extends StandardSyntax {

    @Override
    protected String string(String value) {
        if (value.indexOf('\0') >= 0) {
            // The parser of SQLite stops at the first NUL of a statement.
            return "CAST(X'" + HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)) + "' AS TEXT)";
        }
        return super.string(value);
    }

    @Override
    protected String temporal(String type, String value) {
        return string(value);
    }
}
