// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.migration.Migration;
import dev.retort.migration.MigrationContext;
import dev.retort.migration.MigrationFormat;
import dev.retort.migration.MigrationSource;
import dev.retort.migration.Revision;
import dev.retort.operation.Operations;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathScanTest {

    @TempDir
    Path folder;

    /** Comes compiled. */
    @Revision(id = "compiled", message = "Drop it")
    public static final class Compiled implements Migration {

        /** For the format. */
        public Compiled() {}

        @Override
        public void upgrade(Operations op) {
            op.dropTable("it");
        }
    }

    /** Lacks its annotation. */
    public static final class Bare implements Migration {

        /** For the format. */
        public Bare() {}

        @Override
        public void upgrade(Operations op) {}
    }

    @Test
    void anIndexNamesCompiledMigrations() throws IOException {
        List<MigrationSource> found =
                scan("META-INF/retort/migrations", "# ours\n\n" + Compiled.class.getName() + "\n");
        assertEquals(1, found.size());
        MigrationSource source = found.get(0);
        assertEquals("compiled", source.header().orThrow().id().value());
        assertEquals(
                "ClassPathScanTest.java",
                source.body(MigrationContext.EMPTY)
                        .orThrow()
                        .upgrade()
                        .get(0)
                        .location()
                        .file());
        assertTrue(source.content().matches("class .*Compiled sha256:[0-9a-f]{64}"), source.content());
        assertTrue(source.file().isEmpty());
    }

    @Test
    void aServiceIsFoundOnceEvenIfAnIndexNamesItToo() throws IOException {
        write("META-INF/retort/migrations", Compiled.class.getName());
        assertEquals(
                1,
                scan("META-INF/services/dev.retort.migration.Migration", Compiled.class.getName())
                        .size());
    }

    @Test
    void aClassThatIsMissingOrBareIsAFinding() throws IOException {
        List<MigrationSource> found = scan("META-INF/retort/migrations", "com.acme.Gone\n" + Bare.class.getName());
        assertEquals(
                List.of(ErrorCode.JAVA_CLASS, ErrorCode.JAVA_CLASS),
                found.stream()
                        .map(source -> source.header().findings().get(0).code())
                        .toList());
    }

    @Test
    void aMissingServiceIsAFindingAndNoEnd() throws IOException {
        List<MigrationSource> found =
                scan("META-INF/services/dev.retort.migration.Migration", "com.acme.Gone\n" + Compiled.class.getName());
        assertEquals(
                List.of(true, false),
                found.stream().map(source -> source.header().hasErrors()).toList());
    }

    @Test
    void theFormatIsAService() {
        assertTrue(ServiceLoader.load(MigrationFormat.class).stream()
                .anyMatch(provider -> provider.type() == JavaMigrationFormat.class));
    }

    private List<MigrationSource> scan(String name, String text) throws IOException {
        write(name, text);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            return new JavaMigrationFormat().onClassPath(loader);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
