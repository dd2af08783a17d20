// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.retort.schema.DefaultValue;
import dev.retort.schema.Literal;
import org.junit.jupiter.api.Test;

/** Strings with characters that a script's way through the shell would change. */
class CarriageReturnsTest {

    private final SqliteSyntax syntax = new SqliteSyntax();
    private final DefaultTexts defaults = new DefaultTexts(syntax);

    @Test
    void carriageReturnsAreNotWrittenAsThemselves() throws Exception {
        assertEquals("('a' || char(13) || '\n''b')", syntax.literal(new Literal.Text("a\r\n'b")));
        for (String text : new String[] {"a\r\nb", "\r", "\r\n\r\n", "\0\r", "x\r\n".repeat(2000)}) {
            String literal = syntax.literal(new Literal.Text(text));
            assertFalse(literal.contains("\r"), literal);
            try (TestDatabase database =
                    TestDatabase.of("CREATE TABLE t (a TEXT)", "INSERT INTO t VALUES (" + literal + ")")) {
                String hex = java.util.HexFormat.of()
                        .withUpperCase()
                        .formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                assertEquals(hex, database.text("SELECT hex(a) FROM t"));
            }
        }
    }

    @Test
    void defaultIsAConstantToSqliteAndReadBack() throws Exception {
        DefaultValue value = new DefaultValue.Constant(new Literal.Text("a\r\nb"));
        String text = defaults.write(value);
        assertEquals(value, defaults.read(text));
        assertEquals(value, defaults.read("'a\r\nb'"), "as it may stand in a database already");
        try (TestDatabase database = TestDatabase.of(
                "CREATE TABLE t (a)",
                "INSERT INTO t VALUES (1)",
                "ALTER TABLE t ADD COLUMN b TEXT NOT NULL DEFAULT " + text)) {
            assertEquals("610D0A62", database.text("SELECT hex(b) FROM t"));
        }
    }
}
