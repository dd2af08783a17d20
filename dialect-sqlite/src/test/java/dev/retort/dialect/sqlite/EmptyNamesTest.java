// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.diagnostic.Finding;
import dev.retort.dialect.Inspection;
import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQLite takes names without a character, which no other database has, and which the model has not. */
class EmptyNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE \"\" (a)",
                "CREATE INDEX \"\" ON t (a)",
                "CREATE VIEW \"\" AS SELECT 1",
                "CREATE TRIGGER \"\" AFTER INSERT ON t BEGIN SELECT 1; END"
            })
    void whatHasNoNameIsFoundAndTheRestIsRead(String statement) throws Exception {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a)", statement)) {
            Inspection inspection = database.inspect();
            assertEquals(
                    List.of(
                            "The definition of \"\" cannot be read: identifier must have characters other than NUL, but was ''"),
                    inspection.findings().stream().map(Finding::message).toList());
            assertEquals(
                    Set.of(QualifiedName.of("t")), inspection.schema().tables().keySet());
        }
    }

    @Test
    void aTableWithSuchAColumnIsNamed() throws Exception {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (\"\")", "CREATE TABLE u (a)")) {
            Inspection inspection = database.inspect();
            assertEquals(1, inspection.findings().size());
            assertEquals(
                    Set.of(QualifiedName.of("u")), inspection.schema().tables().keySet());
        }
    }
}
