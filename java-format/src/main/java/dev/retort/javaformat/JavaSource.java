// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import java.net.URI;
import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/** A source file whose text is in memory. */
final class JavaSource extends SimpleJavaFileObject {

    private final String text;
    private final String display;

    JavaSource(Path file, String display, String text) {
        super(uri(file), Kind.SOURCE);
        this.display = display;
        this.text = text;
    }

    private static URI uri(Path file) {
        return file.toAbsolutePath().toUri();
    }

    /** The file's name for people. */
    String display() {
        return display;
    }

    /** The plain file name, as stack traces tell it. */
    String fileName() {
        String path = toUri().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
