// SPDX-License-Identifier: Apache-2.0
package dev.retort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything public in the api says what it is. Other mistakes in comments are found by the build's Javadoc run. */
class JavadocTest {

    /** The components of a record are described at the record. */
    private static final Pattern COMPACT_CONSTRUCTOR = Pattern.compile("\\s*(public|protected)\\s+\\w+\\s*\\{.*");

    @Test
    void everythingPublicHasAComment(@TempDir Path classes) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            sources = files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
        assertFalse(sources.isEmpty());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "-Xdoclint:missing/protected", "-Xmaxwarns", "1000", "-d", classes.toString());
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
            compiler.getTask(null, manager, found, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        List<String> missing = found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getSource() != null)
                .filter(diagnostic -> !isCompactConstructor(diagnostic))
                // Asked for by later compilers alone; the build must not depend on which one it runs with.
                .filter(diagnostic -> !diagnostic.getMessage(Locale.ROOT).contains("no main description"))
                .map(diagnostic -> diagnostic.getSource().getName() + ":" + diagnostic.getLineNumber() + ": "
                        + diagnostic.getMessage(Locale.ROOT))
                .toList();
        assertEquals(List.of(), missing);
    }

    private static boolean isCompactConstructor(Diagnostic<? extends JavaFileObject> diagnostic) {
        try {
            String line = diagnostic
                    .getSource()
                    .getCharContent(true)
                    .toString()
                    .lines()
                    .skip(diagnostic.getLineNumber() - 1)
                    .findFirst()
                    .orElse("");
            return COMPACT_CONSTRUCTOR.matcher(line).matches();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
