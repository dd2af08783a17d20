// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps the class files that a compiler writes in memory, by the source file that they come from. */
final class ClassFiles extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<FileObject, Map<String, ByteArrayOutputStream>> bySource = new HashMap<>();

    ClassFiles(JavaFileManager delegate) {
        super(delegate);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bySource.computeIfAbsent(sibling, source -> new HashMap<>()).put(className, bytes);
        return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind) {
            @Override
            public OutputStream openOutputStream() {
                return bytes;
            }
        };
    }

    Map<String, byte[]> of(JavaSource source) {
        Map<String, byte[]> classes = new HashMap<>();
        bySource.getOrDefault(source, Map.of()).forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }
}
