// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.migration.MigrationDraft;
import dev.retort.migration.MigrationFormat;
import dev.retort.migration.MigrationSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Migrations written in Java: {@code .java} files, compiled in memory at most once for each object of this class, and
 * compiled classes on the class path. Headers are read from the {@link dev.retort.migration.Revision} annotation without
 * a compiler and without running anything.
 */
public final class JavaMigrationFormat implements MigrationFormat {

    private final Batches compiler;

    /** With the compiler of the running Java, if it has one; it is not looked for before a file must be compiled. */
    public JavaMigrationFormat() {
        // A method reference would load the compiler's classes now.
        this(new Batches(() -> MemoryCompiler.ofThisJava()));
    }

    JavaMigrationFormat(Batches compiler) {
        this.compiler = compiler;
    }

    @Override
    public String id() {
        return "java";
    }

    @Override
    public List<String> extensions() {
        return List.of("java");
    }

    @Override
    public MigrationSource open(Path file, String display) {
        return new SourceMigration(file, display, compiler);
    }

    @Override
    public List<MigrationSource> onClassPath(ClassLoader loader) {
        return new ClassPathScan(loader).migrations();
    }

    @Override
    public String write(MigrationDraft draft) {
        return new MigrationWriter().write(draft);
    }

    /**
     * {@code imports}; {@code annotation}; {@code class}, the name that the class must have; {@code upgrade} and {@code downgrade}, whole methods, the latter empty if the downgrade is
     * computed.
     */
    @Override
    public Map<String, String> parts(MigrationDraft draft) {
        return new MigrationWriter().parts(draft);
    }

    /** The name of the public class, whatever the project's file template says: Java asks for that. */
    @Override
    public String fileName(MigrationDraft draft, String stem) {
        return ClassNames.of(draft.header()) + ".java";
    }
}
