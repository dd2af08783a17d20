// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that would fail later are refused when their files are read. Alembic takes {@code head} and fails on it later. */
class RevisionIdsTest {

    private static final String TOO_LONG = "a_name_that_does_not_fit_into_the_column_of_the_version_table_because_it"
            + "_has_more_than_one_hundred_and_twenty_eight_characters_and_so_on";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"head", "heads", "base", "current", "a-b", "a@b", "a+b", "a:b", TOO_LONG})
    void anIdThatCannotBeOneIsRefusedWithItsFile(String id) {
        SqliteProject project = new SqliteProject(folder)
                .file(
                        "migrations/first.yaml",
                        "revision: '" + id + "'\nupgrade:\n  - execute: \"CREATE TABLE a (id INTEGER)\"\n"
                                + "downgrade: auto\n");
        Finding finding = refused(project);
        assertEquals(ErrorCode.ILLEGAL_ID, finding.code());
        assertEquals("migrations/first.yaml:1:11", String.valueOf(finding.location()));
        assertEquals(List.of(), project.query("t.db", "SELECT name FROM sqlite_master"));
    }

    @Test
    void theSameIdInTwoFilesIsRefusedWithBothNames() {
        String text = "revision: a1\nupgrade:\n  - execute: \"CREATE TABLE a (id INTEGER)\"\ndowngrade: auto\n";
        SqliteProject project = new SqliteProject(folder)
                .file("migrations/a1_first.yaml", text)
                .file("migrations/a1_second.yaml", text);
        Finding finding = refused(project);
        assertEquals(ErrorCode.DUPLICATE_REVISION, finding.code());
        assertTrue(finding.message().contains("migrations/a1_first.yaml"), finding.message());
        assertTrue(String.valueOf(finding.location()).contains("a1_second.yaml"), finding.toString());
    }

    private static Finding refused(SqliteProject project) {
        return assertThrows(RetortException.class, () -> project.open("t.db").upgrade("head"))
                .findings()
                .get(0);
    }
}
