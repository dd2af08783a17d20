// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON of every command: one object, with the keys that the documentation names. */
class JsonTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aProjectWithTwoRevisions() throws IOException {
        shell = new Shell(folder.toRealPath());
        shell.out("init", "-q");
        shell.write(".env", "DATABASE_URL=sqlite:///app.db\n");
        shell.out("revision", "-m", "One", "--rev-id", "aaaa11111111");
        shell.out("revision", "-m", "Two", "--rev-id", "bbbb11111111");
        shell.out("upgrade", "-q", "+1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '=', textBlock = """
                    init other             = format created kept
                    revision -m Three      = id revises depends_on labels message file display findings
                    upgrade head           = target run_id direction before after steps duration_ms findings
                    downgrade -1           = target run_id direction before after steps duration_ms findings
                    stamp head             = target run_id direction before after steps duration_ms findings
                    upgrade head --sql     = dialect direction revisions findings sql
                    plan head              = target dialect direction before after steps findings
                    current                = target url dialect server table_exists rows revisions unknown heads never_ran at_heads findings
                    check                  = target url dialect rows missing unknown never_ran findings
                    history -i             = revisions
                    heads                  = revisions
                    branches               = branches
                    show head              = revisions
                    resolve head           = ids
                    graph                  = format text file
                    log                    = entries
                    ensure-version         = table created
                    ensure-version --sql   = sql
                    dialects               = dialects
                    list-templates         = templates
                    completion fish        = script
                    upgrade nowhere        = findings
                    upgrade                = findings
                    """)
    void anAnswerIsOneObjectWithTheseKeys(String words, String keys) throws IOException {
        Shell.Ran ran = shell.run((words + " --json").split(" "));

        assertEquals("", ran.err());
        assertEquals(List.of(keys.split(" ")), keys(ran.out()));
    }

    @Test
    void theSqlInAnAnswerIsTheScript() throws IOException {
        assertEquals(
                shell.out("upgrade", "head", "--sql"), text(shell.out("upgrade", "head", "--sql", "--json"), "sql"));
    }

    /** The keys of the outermost object, which must be all that there is. */
    private static List<String> keys(String json) throws IOException {
        List<String> keys = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            assertEquals(JsonToken.START_OBJECT, parser.nextToken(), json);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                keys.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
            assertNull(parser.nextToken(), json);
        }
        return keys;
    }

    private static String text(String json, String key) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (key.equals(parser.currentName()) && parser.currentToken() == JsonToken.VALUE_STRING) {
                    return parser.getText();
                }
            }
        }
        throw new AssertionError("no " + key + " in " + json);
    }
}
