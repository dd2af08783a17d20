// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.migration.MigrationBody;
import dev.retort.migration.MigrationContext;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.MigrationSource;
import dev.retort.migration.Revision;
import dev.retort.operation.Operations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A migration in a {@code .java} file. */
final class SourceMigration implements MigrationSource {

    private final Path file;
    private final String display;
    private final Batches compiler;
    private @Nullable String text;
    private @Nullable Outcome<MigrationHeader> header;
    private @Nullable JavaSource source;

    SourceMigration(Path file, String display, Batches compiler) {
        this.file = file;
        this.display = display;
        this.compiler = compiler;
    }

    @Override
    public String name() {
        return display;
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(file);
    }

    @Override
    public synchronized Outcome<MigrationHeader> header() {
        if (header == null) {
            try {
                header = AnnotationReader.read(content(), display);
            } catch (RetortException e) {
                header = Outcome.failed(e.findings());
            }
            if (!header.hasErrors()) {
                source = new JavaSource(file, display, content());
                compiler.add(source);
            }
        }
        return header;
    }

    @Override
    public synchronized Outcome<MigrationBody> body(MigrationContext context) {
        MigrationHeader read = header().value();
        if (read == null || source == null) {
            return Outcome.failed(header().findings());
        }
        Compiled compiled = compiler.get(source).orElse(null);
        if (compiled == null) {
            return failed(
                    ErrorCode.NO_COMPILER,
                    "A migration in a .java file needs a Java compiler, and this Java runtime has none.",
                    "Run with a JDK, or put the compiled class on the class path.");
        }
        return compiled.failed()
                ? Outcome.failed(compiled.findings())
                : load(compiled, read.location(), source.fileName(), context);
    }

    private Outcome<MigrationBody> load(
            Compiled compiled, SourceLocation place, String fileName, MigrationContext context) {
        ClassLoader loader = new MemoryLoader(compiled.classes(), Operations.class.getClassLoader());
        List<Class<?>> found = new ArrayList<>();
        try {
            for (String name : compiled.classes().keySet()) {
                Class<?> type = Class.forName(name, false, loader);
                if (type.isAnnotationPresent(Revision.class)) {
                    found.add(type);
                }
            }
            if (found.size() == 1) {
                UnaryOperator<String> names = name -> name.equals(fileName) ? display : name;
                return new Recording(place, names, context).record(found.get(0));
            }
        } catch (ClassNotFoundException | LinkageError e) {
            return failed(ErrorCode.JAVA_CLASS, "The file's class cannot be loaded: " + e.getMessage(), null);
        }
        return failed(
                ErrorCode.JAVA_CLASS,
                "A Java migration must have one class with the annotation @Revision, but this file has " + found.size()
                        + ".",
                null);
    }

    private Outcome<MigrationBody> failed(ErrorCode code, String message, @Nullable String hint) {
        return Outcome.failed(List.of(
                Finding.error(code, message).at(SourceLocation.ofFile(display)).withHint(hint)));
    }

    /** The text with line feeds as line ends and without a byte order mark. */
    @Override
    public synchronized String content() {
        if (text == null) {
            try {
                String read = Files.readString(file, StandardCharsets.UTF_8);
                String unmarked = read.startsWith("\uFEFF") ? read.substring(1) : read;
                text = unmarked.replace("\r\n", "\n").replace('\r', '\n');
            } catch (IOException e) {
                throw new RetortException(Finding.error(
                                ErrorCode.FILE_ACCESS, "The file must be readable text in UTF-8: " + e.getMessage())
                        .at(SourceLocation.ofFile(display)));
            }
        }
        return text;
    }
}
