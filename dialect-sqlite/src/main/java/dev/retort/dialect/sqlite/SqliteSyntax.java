// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.StandardSyntax;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * SQLite's literals: dates and times are strings. The parser stops at the first NUL of a statement, and the shell drops a
 * carriage return before the end of a line of a script, so neither may stand in a literal.
 */
final class SqliteSyntax extends StandardSyntax {

    /** Each part makes the expression one level deeper, and SQLite's limit is a thousand. */
    private static final int MOST_PARTS = 100;

    @Override
    protected String string(String value) {
        if (value.indexOf('\r') < 0 || value.indexOf('\0') >= 0) {
            return constant(value);
        }
        String[] parts = value.split("\r", -1);
        return parts.length > MOST_PARTS
                ? constant(value)
                : Arrays.stream(parts).map(super::string).collect(Collectors.joining(" || char(13) || ", "(", ")"));
    }

    /** As {@link #string}, and a constant to SQLite too, which the default of an added column has to be. */
    String constant(String value) {
        if (value.indexOf('\0') < 0 && value.indexOf('\r') < 0) {
            return super.string(value);
        }
        return "CAST(X'" + HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)) + "' AS TEXT)";
    }

    @Override
    protected String temporal(String type, String value) {
        return string(value);
    }
}
