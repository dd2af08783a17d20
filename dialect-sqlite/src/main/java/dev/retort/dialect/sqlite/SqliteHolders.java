// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the processes that keep others from writing a database. SQLite cannot say it, but its locks are locks of the
 * operating system on certain bytes of the file, and Linux lists those.
 *
 * @see <a href="https://www.sqlite.org/lockingv3.html">File locking</a> and the section "WAL Locks" of
 *     <a href="https://www.sqlite.org/walformat.html">WAL-mode file format</a>
 */
final class SqliteHolders {

    private static final Path LOCKS = Path.of("/proc/locks");

    /** PENDING_BYTE; RESERVED_BYTE follows, and then the bytes of which readers lock some. */
    private static final long PENDING = 0x40000000L;

    private static final long SHARED_SIZE = 510;

    /** WAL_WRITE_LOCK in the file beside the database that readers and writers share. */
    private static final long WAL_WRITE = 120;

    private SqliteHolders() {}

    /** A line for each process that holds a lock for writing; none where that cannot be found out. */
    static List<String> of(Connection connection) throws SQLException {
        String file;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT file FROM pragma_database_list WHERE name = 'main'")) {
            file = rows.next() ? rows.getString(1) : null;
        }
        if (file == null || file.isEmpty() || !Files.isReadable(LOCKS)) {
            return List.of();
        }
        Set<Long> processes = new TreeSet<>();
        try {
            List<String> locks = Files.readAllLines(LOCKS);
            processes.addAll(writers(locks, inode(Path.of(file)), PENDING, PENDING + 1 + SHARED_SIZE));
            processes.addAll(writers(locks, inode(Path.of(file + "-shm")), WAL_WRITE, WAL_WRITE));
        } catch (IOException | UnsupportedOperationException notHere) {
            return List.of();
        }
        return processes.stream().map(SqliteHolders::describe).toList();
    }

    private static Optional<String> inode(Path file) throws IOException {
        return Files.exists(file)
                ? Optional.of(String.valueOf(Files.getAttribute(file, "unix:ino")))
                : Optional.empty();
    }

    /**
     * Lines such as {@code 3: POSIX  ADVISORY  WRITE 4711 fe:00:2154514 1073741825 1073741825}: kind, process, device and
     * inode, first and last byte.
     */
    static List<Long> writers(List<String> locks, Optional<String> inode, long first, long last) {
        List<Long> processes = new ArrayList<>();
        for (String line : locks) {
            String[] words = line.strip().split("\\s+");
            if (words.length == 8
                    && words[1].equals("POSIX")
                    && words[3].equals("WRITE")
                    && inode.isPresent()
                    && words[5].endsWith(":" + inode.get())
                    && words[7].matches("\\d+")
                    && Long.parseLong(words[6]) <= last
                    && Long.parseLong(words[7]) >= first) {
                processes.add(Long.valueOf(words[4]));
            }
        }
        return processes;
    }

    private static String describe(long process) {
        Optional<String> program = ProcessHandle.of(process)
                .flatMap(handle -> handle.info().command())
                .map(command -> String.valueOf(Path.of(command).getFileName()));
        String own = process == ProcessHandle.current().pid() ? "another connection of this process" : "";
        String about = own.isEmpty() ? program.orElse("") : own;
        return "process " + process + (about.isEmpty() ? "" : " (" + about + ")");
    }
}
