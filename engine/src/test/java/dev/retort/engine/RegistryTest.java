// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.dialect.DialectProvider;
import dev.retort.engine.fixture.LiteProvider;
import dev.retort.engine.fixture.Project;
import dev.retort.project.DatabaseUrl;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {

    private static final DialectRegistry LITE =
            DialectRegistry.of(List.of(new LiteProvider()), RegistryTest.class.getClassLoader(), false);

    @Test
    void unknownDialectListsThoseThereAre() {
        Finding finding = Project.findingsOf(() -> LITE.byId("lit")).get(0);
        assertEquals("Unknown dialect 'lit'. Installed are: lite.", finding.message());
        assertEquals("Did you mean 'lite'?", finding.hint());
    }

    @Test
    void urlThatNobodyTakesListsExamplesAndNoPassword() {
        Finding finding = Project.findingsOf(() -> LITE.byUrl(DatabaseUrl.parse("oracle://scott:tiger@host/db")))
                .get(0);
        assertEquals(ErrorCode.UNKNOWN_DIALECT, finding.code());
        assertTrue(finding.message().contains("oracle://scott:***@host/db"), finding.message());
        assertTrue(finding.message().contains("lite: lite:app.db"), finding.message());
    }

    @Test
    void twoProvidersOfOneIdAreRefused() {
        DialectProvider other = new Impostor("lite");
        Finding finding = Project.findingsOf(() -> DialectRegistry.of(
                        List.of(new LiteProvider(), other), RegistryTest.class.getClassLoader(), false))
                .get(0);
        assertTrue(
                finding.message().contains("LiteProvider") && finding.message().contains("Impostor"),
                finding.message());
    }

    @Test
    void blankIdIsRefused() {
        Finding finding = Project.findingsOf(() ->
                        DialectRegistry.of(List.of(new Impostor(" ")), RegistryTest.class.getClassLoader(), false))
                .get(0);
        assertEquals(ErrorCode.BROKEN_DIALECT, finding.code());
    }

    @Test
    void providerThatCannotBeLoadedIsNamedWithItsJar(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("broken-dialect-1.0.jar");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("META-INF/services/" + DialectProvider.class.getName()));
            zip.write("com.example.Missing\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, RegistryTest.class.getClassLoader())) {
            Finding finding = Project.findingsOf(() -> DialectRegistry.of(List.of(), loader, true))
                    .get(0);
            assertTrue(finding.message().contains("com.example.Missing"), finding.message());
            assertTrue(finding.message().contains("broken-dialect-1.0.jar"), finding.message());
        }
    }

    @Test
    void installedDialectsAreListed() {
        DialectInfo info = LITE.installedDialects().get(0);
        assertEquals(
                "lite given lite:app.db",
                info.id() + " " + info.origin() + " " + info.urlExamples().get(0));
    }

    /** A provider that has nothing but an id. */
    private static final class Impostor extends ImpostorBase {
        private final String id;

        Impostor(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    private abstract static class ImpostorBase implements DialectProvider {
        private final LiteProvider lite = new LiteProvider();

        @Override
        public boolean accepts(DatabaseUrl url) {
            return lite.accepts(url);
        }

        @Override
        public List<String> urlExamples() {
            return lite.urlExamples();
        }

        @Override
        public java.sql.Connection connect(DatabaseUrl url, Path project) throws java.sql.SQLException {
            return lite.connect(url, project);
        }

        @Override
        public dev.retort.dialect.ServerVersion version(java.sql.Connection connection) throws java.sql.SQLException {
            return lite.version(connection);
        }

        @Override
        public dev.retort.dialect.ServerVersion defaultVersion() {
            return lite.defaultVersion();
        }

        @Override
        public dev.retort.dialect.Dialect dialect(dev.retort.dialect.ServerVersion version) {
            return lite.dialect(version);
        }

        @Override
        public dev.retort.dialect.ErrorTranslator errors() {
            return lite.errors();
        }
    }
}
