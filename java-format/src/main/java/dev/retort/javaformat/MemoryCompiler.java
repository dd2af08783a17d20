// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.operation.Operations;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles source files in memory, against the classes of the running program. */
final class MemoryCompiler {

    private final JavaCompiler javac;

    private MemoryCompiler(JavaCompiler javac) {
        this.javac = javac;
    }

    /** The compiler of the running Java; empty where only a runtime is installed. */
    static Optional<MemoryCompiler> ofThisJava() {
        return Optional.ofNullable(ToolProvider.getSystemJavaCompiler()).map(MemoryCompiler::new);
    }

    /** Compiles files together; a mistake in one does not keep the others from being compiled. */
    Map<JavaSource, Compiled> compile(List<JavaSource> sources) {
        Map<JavaSource, Compiled> results = attempt(sources);
        if (sources.size() == 1 || results.values().stream().noneMatch(Compiled::failed)) {
            return results;
        }
        List<JavaSource> sound =
                sources.stream().filter(source -> !results.get(source).failed()).toList();
        Map<JavaSource, Compiled> all = new HashMap<>();
        // Each failed file once more on its own: only what it says alone counts (two files may clash by a class name).
        for (JavaSource source : sources) {
            if (results.get(source).failed()) {
                all.putAll(attempt(List.of(source)));
            }
        }
        if (!sound.isEmpty()) {
            all.putAll(compile(sound));
        }
        return all;
    }

    private Map<JavaSource, Compiled> attempt(List<JavaSource> sources) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter talk = new StringWriter();
        try (JavaFileManager standard =
                        javac.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8);
                ClassFiles files = new ClassFiles(standard)) {
            List<String> options =
                    List.of("-classpath", classPath(), "-proc:none", "-Xlint:none", "-implicit:none", "-g");
            javac.getTask(talk, files, diagnostics, options, null, sources).call();
            return results(sources, files, diagnostics.getDiagnostics());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<JavaSource, Compiled> results(
            List<JavaSource> sources, ClassFiles files, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        Map<JavaFileObject, List<Finding>> findings = new HashMap<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                // An error without a file concerns them all.
                JavaFileObject place = diagnostic.getSource() == null ? sources.get(0) : diagnostic.getSource();
                findings.computeIfAbsent(place, source -> new ArrayList<>()).add(finding(diagnostic));
            }
        }
        Map<JavaSource, Compiled> results = new HashMap<>();
        for (JavaSource source : sources) {
            results.put(source, new Compiled(files.of(source), findings.getOrDefault(source, List.of())));
        }
        return results;
    }

    private static Finding finding(Diagnostic<? extends JavaFileObject> diagnostic) {
        Finding finding = Finding.error(ErrorCode.JAVA_COMPILE, message(diagnostic.getMessage(Locale.ENGLISH)));
        if (!(diagnostic.getSource() instanceof JavaSource source)) {
            return finding;
        }
        boolean placed = diagnostic.getLineNumber() > 0;
        int line = placed ? (int) diagnostic.getLineNumber() : 0;
        int column = placed ? (int) Math.max(0, diagnostic.getColumnNumber()) : 0;
        return finding.at(new SourceLocation(source.display(), line, column));
    }

    /** The compiler's text: what is wrong in the first line, details in the lines below, indented as it does. */
    private static String message(String told) {
        String message = told.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"))
                .stripLeading();
        return message.isEmpty() ? "does not compile" : message;
    }

    /** The running program's class path, and where its api came from, should that be elsewhere. */
    private static String classPath() {
        Set<String> entries = new LinkedHashSet<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
            if (!entry.isEmpty() && Files.exists(Path.of(entry))) {
                entries.add(entry);
            }
        }
        CodeSource api = Operations.class.getProtectionDomain().getCodeSource();
        if (api != null && "file".equals(api.getLocation().getProtocol())) {
            try {
                entries.add(Path.of(api.getLocation().toURI()).toString());
            } catch (URISyntaxException e) {
                throw new IllegalStateException("the place of a class must be a URI, but was " + api.getLocation(), e);
            }
        }
        return String.join(File.pathSeparator, entries);
    }
}
