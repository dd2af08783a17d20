// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * PostgreSQL from the binaries that come as Maven artifacts. Those of the newest version are on the class path; the archive
 * with those of the oldest is named by the system property {@code retort.test.postgres.oldest}, because a class path can
 * hold one version only.
 */
final class EmbeddedPostgresServers implements ServerSource {

    /** Nothing has to outlive a crash, and nothing is large enough for plans that are costly to make. */
    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "max_wal_size", "4GB",
            "autovacuum", "off",
            "jit", "off",
            "shared_buffers", "256MB");

    private static final String OLDEST = "retort.test.postgres.oldest";

    private final List<EmbeddedPostgres> started = new ArrayList<>();

    @Override
    public Optional<TestServer> find(ServerKind kind) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        SETTINGS.forEach(builder::setServerConfig);
        if (kind == ServerKind.POSTGRES_OLDEST) {
            Path archive = Path.of(System.getProperty(OLDEST, ""));
            if (!Files.isRegularFile(archive)) {
                return Optional.empty();
            }
            builder.setPgBinaryResolver((system, machine) -> binaries(archive));
        } else if (kind != ServerKind.POSTGRES) {
            return Optional.empty();
        }
        EmbeddedPostgres server = builder.start();
        started.add(server);
        return Optional.of(new TestServer(
                kind, server.getJdbcUrl("postgres", "postgres"), "embedded binaries on port " + server.getPort()));
    }

    /** The archive inside of the artifact. It stays open until the server has unpacked it. */
    private static InputStream binaries(Path archive) throws IOException {
        try (JarFile jar = new JarFile(archive.toFile())) {
            ZipEntry entry = jar.stream()
                    .filter(each -> each.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there are no binaries in " + archive));
            try (InputStream content = jar.getInputStream(entry)) {
                return new java.io.ByteArrayInputStream(content.readAllBytes());
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (EmbeddedPostgres server : started) {
            server.close();
        }
    }
}
