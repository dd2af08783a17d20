// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteHoldersTest {

    @TempDir
    Path folder;

    @Test
    void writersOfTheFileAreTakenFromTheListAndReadersAreNot() {
        List<String> locks = List.of(
                "1: FLOCK  ADVISORY  WRITE 1 fe:00:77 0 EOF",
                "2: POSIX  ADVISORY  READ 2 fe:00:77 1073741826 1073742335",
                "3: POSIX  ADVISORY  WRITE 3 fe:00:77 1073741825 1073741825",
                "4: POSIX  ADVISORY  WRITE 4 fe:00:78 1073741825 1073741825",
                "5: POSIX  ADVISORY  WRITE 5 fe:00:77 0 0",
                "5: -> POSIX  ADVISORY  WRITE 6 fe:00:77 1073741825 1073741825");
        assertEquals(List.of(3L), SqliteHolders.writers(locks, Optional.of("77"), 1073741824, 1073742335));
        assertEquals(List.of(), SqliteHolders.writers(locks, Optional.empty(), 0, Long.MAX_VALUE));
    }

    @Test
    void aWriterIsFoundInBothJournalModes() throws SQLException {
        assumeTrue(Files.isReadable(Path.of("/proc/locks")));
        String expected = "process " + ProcessHandle.current().pid() + " (another connection of this process)";
        for (String mode : List.of("DELETE", "WAL")) {
            String url = "jdbc:sqlite:" + folder.resolve(mode + ".db");
            try (Connection writer = DriverManager.getConnection(url);
                    Connection asking = DriverManager.getConnection(url);
                    Statement statement = writer.createStatement()) {
                statement.execute("PRAGMA journal_mode = " + mode);
                statement.execute("CREATE TABLE t (a)");
                assertEquals(List.of(), SqliteHolders.of(asking), mode);
                statement.execute("BEGIN IMMEDIATE");
                assertEquals(List.of(expected), SqliteHolders.of(asking), mode);
                statement.execute("ROLLBACK");
                assertEquals(List.of(), SqliteHolders.of(asking), mode);
            }
        }
    }

    @Test
    void aDatabaseInMemoryHasNoHolders() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            assertEquals(List.of(), SqliteHolders.of(connection));
        }
    }
}
