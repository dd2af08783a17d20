// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Inspection;
import dev.retort.dialect.InspectionScope;
import dev.retort.schema.Schema;
import dev.retort.testkit.ListedDifferences;
import dev.retort.testkit.SchemaCopy;
import dev.retort.testkit.SchemaLines;
import dev.retort.testkit.ScriptClient;
import dev.retort.testkit.TestDatabase;
import java.sql.Connection;
import java.util.List;

/** Loads a script by the server's client, reads it, creates what was read anew, and compares schema and texts. */
final class RoundTrip {

    private RoundTrip() {}

    /**
     * @param name under which differences are listed
     */
    static void of(String name, String script, FamilyHarness harness) throws Exception {
        ScriptClient client = harness.client().orElse(null);
        assumeTrue(client != null, "no client of the server is installed");
        Dialect dialect = harness.dialect();
        try (TestDatabase original = harness.newDatabase();
                TestDatabase copy = harness.newDatabase()) {
            client.run(original, script);
            try (Connection before = original.connect();
                    Connection after = copy.connect()) {
                Inspection read = dialect.inspector().inspect(before, InspectionScope.DEFAULT);
                assertEquals(List.of(), read.findings());
                assertSame(read.schema(), dialect.canonical(read.schema()), "canonical form is canonical");
                SchemaCopy.create(read.schema(), dialect, after);
                Schema again = dialect.inspector()
                        .inspect(after, InspectionScope.DEFAULT)
                        .schema();
                assertSame(read.schema(), again, "read again");
                ListedDifferences.beside(MysqlCorpusTest.class)
                        .check(
                                name,
                                dialect.id(),
                                ListedDifferences.between(ShownTexts.of(before), ShownTexts.of(after)));
            }
        }
    }

    private static void assertSame(Schema expected, Schema actual, String message) {
        assertEquals("", SchemaLines.differences(expected, actual), message);
    }
}
