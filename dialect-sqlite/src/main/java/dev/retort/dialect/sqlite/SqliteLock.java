// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.SessionLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A lock of the operating system on a file beside the database, so that it goes with the process. Who holds it is written
 * in the file. A database in memory belongs to its connection, so nobody has to be kept out.
 */
final class SqliteLock implements SessionLock {

    private static final String SUFFIX = "-retort-lock";
    private static final String USUAL_NAME = "retort_version";
    /** Far behind the text, so that others can read it where locks are mandatory. */
    private static final long POSITION = Long.MAX_VALUE - 1;

    private static final int ATTEMPTS = 10;

    private final Clock clock;

    SqliteLock() {
        this(Clock.systemDefaultZone());
    }

    SqliteLock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Held> tryAcquire(Request request) throws SQLException {
        Optional<Path> file = file(request);
        if (file.isEmpty()) {
            return Optional.of(() -> {});
        }
        String words = "process " + ProcessHandle.current().pid() + " (" + request.description() + ") since "
                + LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        // POSIX locks belong to the process: it would lose its lock by opening and closing the file once more, so a
        // second attempt in the same process, through whatever class loader, must not come as far as that.
        String key = key(file.get());
        if (System.getProperties().putIfAbsent(key, words) != null) {
            return Optional.empty();
        }
        try {
            Optional<FileChannel> channel = lock(file.get(), words);
            if (channel.isPresent()) {
                return Optional.of(new FileHeld(file.get(), key, channel.get()));
            }
        } catch (IOException failed) {
            System.getProperties().remove(key);
            throw new SQLException("the lock file " + file.get() + " cannot be written", null, 8, failed);
        }
        System.getProperties().remove(key);
        return Optional.empty();
    }

    private static Optional<FileChannel> lock(Path file, String words) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = null;
            try {
                lock = channel.tryLock(POSITION, 1, false);
                if (lock != null) {
                    channel.truncate(0);
                    channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), 0);
                    if (isStillThere(file, channel)) {
                        return Optional.of(channel);
                    }
                }
            } catch (OverlappingFileLockException sameProcess) {
                channel.close();
                return Optional.empty();
            }
            channel.close();
            if (lock == null) {
                return Optional.empty();
            }
            // The holder before removed the file between our opening and locking it: try the file that is there now.
        }
        return Optional.empty();
    }

    /**
     * Whether the locked file is the one that others find under the name: that one grows with it, twice, since another
     * may have one of the two sizes. (Reading it would open and close it, and so give up the lock.)
     */
    private static boolean isStillThere(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        try {
            for (int more = 1; more <= 2; more++) {
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}), size + more - 1);
                if (Files.size(file) != size + more) {
                    return false;
                }
            }
            return true;
        } catch (NoSuchFileException removed) {
            return false;
        } finally {
            channel.truncate(size);
        }
    }

    @Override
    public Optional<String> holder(Request request) throws SQLException {
        Optional<Path> file = file(request);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        String own = System.getProperty(key(file.get()));
        if (own != null) {
            return Optional.of(own);
        }
        try {
            return Optional.of(Files.readString(file.get()).strip()).filter(text -> !text.isEmpty());
        } catch (IOException notReadable) {
            return Optional.empty();
        }
    }

    @Override
    public Held waitForOthers(Connection connection, Duration patience) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int before;
            try (ResultSet rows = statement.executeQuery("PRAGMA busy_timeout")) {
                before = rows.getInt(1);
            }
            statement.execute("PRAGMA busy_timeout = " + Math.min(patience.toMillis(), Integer.MAX_VALUE));
            return () -> restore(connection, before);
        }
    }

    private static void restore(Connection connection, int milliseconds) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + milliseconds);
        } catch (SQLException closed) {
            // a connection that is gone waits for nobody
        }
    }

    /** The driver's own BEGIN takes no lock, or one that is taken again behind each COMMIT, which can fail then. */
    @Override
    public void reserve(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
            statement.execute("BEGIN IMMEDIATE");
        }
    }

    private static String key(Path file) {
        return "dev.retort.lock:" + file;
    }

    private static Optional<Path> file(Request request) throws SQLException {
        try (Statement statement = request.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT file FROM pragma_database_list WHERE name = 'main'")) {
            String file = rows.next() ? rows.getString(1) : "";
            if (file == null || file.isEmpty()) {
                return Optional.empty();
            }
            String name = request.name().equals(USUAL_NAME)
                    ? ""
                    : "-" + request.name().replaceAll("[^A-Za-z0-9_]", "_");
            return Optional.of(Path.of(file + SUFFIX + name).toAbsolutePath());
        }
    }

    private static final class FileHeld implements Held {

        private final Path file;
        private final String key;
        private final FileChannel channel;

        FileHeld(Path file, String key, FileChannel channel) {
            this.file = file;
            this.key = key;
            this.channel = channel;
        }

        /** The file goes while the lock is held: who opened it meanwhile sees that it is gone and tries again. */
        @Override
        public synchronized void close() {
            if (!channel.isOpen()) {
                return;
            }
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                // Where an open file cannot be removed, it stays; an unlocked file keeps nobody out.
                assert Files.exists(file);
            }
            try {
                channel.close();
            } catch (IOException closed) {
                assert !channel.isOpen();
            }
            System.getProperties().remove(key);
        }
    }
}
